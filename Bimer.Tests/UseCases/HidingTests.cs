using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Başvuran Bilgilerini Gizle (S33): from its commit on one person opens the identity, and nothing derived from it is left.</summary>
public sealed class HidingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_an_officer_hid_they_alone_open_also_after_passing_it_on(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var next = await office.HireAsync(8, OfficerRole.CaseOfficer, health);

        (await HideAsync(story)).Should().Be(Outcome.Accepted);
        (await HideAsync(story)).Should().Be(Outcome.Accepted, "hiding again changes nothing");
        await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health));
        await office.OpenAsync(next, RoutingId.Of(story.Routing.CaseId, 2));

        (await RevealAsync(office, next, story)).Refusal.Should().BeOfType<Refusal.ConcealedByOfficer>();
        (await RevealAsync(office, story.Writer, story)).Value!.FullName.Should().EndWith(ServerStories.Surname);
        await using var db = await office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action.StartsWith("identity.")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync())
            .Should().Equal("identity.hidden", "identity.revealed");
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.IdentityHidden)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_by_which_the_person_could_be_found_or_guessed_is_left(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        await using (var db = await story.Office.DbAsync())
        {
            db.Add(new Attachment(new AttachmentId(Guid.NewGuid()), story.Routing.CaseId, null, 1, new AttachmentFacts("mujde-kanaryagil.pdf", "application/pdf", 9, new byte[32])));
            await db.SaveChangesAsync();
        }

        await HideAsync(story);

        var sheet = await story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None);
        sheet!.Applicant.Should().BeEquivalentTo(new { MaskedName = (string?)null, IsHidden = true, MayReveal = true });
        sheet.Files.Should().ContainSingle().Which.Name.Should().Be("Ek-1.pdf");
        var box = await story.Office.For<MyInboxQuery>(story.Writer).ReadAsync(RoutingState.Held, new BoxSlice(), CancellationToken.None);
        box!.Rows.Should().ContainSingle().Which.MaskedName.Should().BeNull();
        await using var after = await story.Office.DbAsync();
        (await after.IdentityLookups.CountAsync()).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_slip_of_the_hand_is_taken_back_at_once_by_whose_hand_it_was_and_by_nobody_later(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        var colleague = await story.Office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        await HideAsync(story);

        (await UndoAsync(story, colleague)).Refusal.Should().BeOfType<Refusal.ConcealedByOfficer>();
        story.Office.Clock.Pass(CaseFile.HidingMayBeUndoneFor);
        (await UndoAsync(story, story.Writer)).Should().Be(Outcome.Accepted, "the last instant counts");
        await using (var db = await story.Office.DbAsync())
        {
            (await db.IdentityLookups.CountAsync()).Should().Be(3);
            (await db.Cases.SingleAsync()).MaskedName.Should().Be("M***** K*****");
        }

        await HideAsync(story);
        story.Office.Clock.Pass(CaseFile.HidingMayBeUndoneFor + TimeSpan.FromTicks(1));
        (await UndoAsync(story, story.Writer)).Refusal.Should().BeOfType<Refusal.HidingStands>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_hidden_while_somebody_presses_the_eye_is_not_shown_to_them(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (other, police) = (await office.HireAsync(8, OfficerRole.CaseOfficer, health), office.Unit("Ankara İl Emniyet Müdürlüğü"));
        var hider = await office.HireAsync(9, OfficerRole.CaseOfficer, police);
        await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health), ReplyStories.Line(police));
        await office.OpenAsync(other, RoutingId.Of(story.Routing.CaseId, 2));
        await office.OpenAsync(hider, RoutingId.Of(story.Routing.CaseId, 3));
        var meanwhile = new MeanwhileDb(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>(), async () =>
            (await office.Handler<HideIdentityHandler>(hider).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), RoutingId.Of(story.Routing.CaseId, 3)), CancellationToken.None))
                .Should().Be(Outcome.Accepted));
        var eye = ActivatorUtilities.CreateInstance<RevealIdentityHandler>(office.Services, meanwhile, new Office.Acts(other));

        var seen = await eye.HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), story.Routing.CaseId), CancellationToken.None);

        (seen.Value, seen.Refusal).Should().Be((null, new Refusal.ChangedMeanwhile()));
    }

    [Theory]
    [InlineData(CaseKind.Request)]
    [InlineData(CaseKind.InformationRequest)]
    public void Other_kinds_are_not_hidden_and_nobody_hides_what_they_do_not_hold(CaseKind kind)
    {
        var clock = new TestClock();
        var other = new ACase(clock).Of(kind).OpenedBy(People.Ayse).Build();
        var held = new ACase(clock).Of(CaseKind.TipOff).OpenedBy(People.Ayse).Build();

        other.HideIdentity(other.Routings[0].Id, People.Ayse, clock.GetUtcNow()).Refusal.Should().Be(new Refusal.OnlyForTipOffOrComplaint(kind));
        held.HideIdentity(held.Routings[0].Id, People.Mehmet, clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        (held.Concealment, held.MaskedName).Should().Be((IdentityConcealment.None, "M***** D*****"));
    }

    /// <summary>An open complaint in the writer's hands, with its identity and its index rows in the vault.</summary>
    private static async Task<AReplyStory> BeginAsync(Kind kind)
    {
        var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var (writer, approver) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.Approver, unit));
        var caseFile = await ServerStories.FileAsync(office.Services, unit, CaseKind.Complaint, hidden: false);
        await using var db = await office.DbAsync();
        var vault = office.Services.GetRequiredService<IdentityVault>();
        db.AddRange(vault.LookupsOf(caseFile.Id, vault.Open(await db.SealedIdentities.SingleAsync())));
        await db.SaveChangesAsync();
        await office.OpenAsync(writer, caseFile.Routings[0].Id);
        return new AReplyStory(office, unit, writer, approver, caseFile.Routings[0].Id);
    }

    private static Task<Outcome> HideAsync(AReplyStory story) => story.Office.Handler<HideIdentityHandler>(story.Writer)
        .HandleAsync(new HideIdentity(OfficeStories.NewCommand(), story.Routing), CancellationToken.None);

    private static Task<Outcome> UndoAsync(AReplyStory story, Actor actor) =>
        story.Office.Handler<UndoHidingHandler>(actor)
            .HandleAsync(new UndoHiding(OfficeStories.NewCommand(), story.Routing.CaseId), CancellationToken.None);

    private static Task<Outcome<RevealedIdentity>> RevealAsync(Office office, Actor actor, AReplyStory story) =>
        office.For<RevealIdentityHandler>(actor).HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), story.Routing.CaseId), CancellationToken.None);
}
