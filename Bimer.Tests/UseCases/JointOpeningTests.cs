using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Jointly;
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

/// <summary>Opening by two what an officer hid who has left (B11, a departure from S33).</summary>
public sealed class JointOpeningTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Two_open_together_once_what_an_officer_hid_who_left_and_the_citizen_reads_both_names(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        await story.AskAsync(story.General);
        (await story.LinesAsync(story.Manager)).Should().BeEquivalentTo(new { Step = JointStep.Allow, AskedBy = "Ad2 Soyad", Reason = AHiddenCase.Why });
        (await story.OpenAsync(story.General)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>("nobody has allowed it yet");

        (await story.AllowAsync(story.Manager)).Should().Be(Outcome.Accepted);
        (await story.OpenAsync(story.Manager)).Refusal.Should().Be(new Refusal.JointOpeningTheirs(story.General.UserId));
        (await story.OpenAsync(story.General)).Value!.FullName.Should().EndWith(ServerStories.Surname);
        (await story.OpenAsync(story.General)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>("once");

        await using var db = await story.Office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action.StartsWith("identity.")).OrderBy(a => a.Sequence).Select(a => a.Action + " " + a.Detail).ToListAsync())
            .Should().Equal("identity.hidden ", "identity.joint-asked ", "identity.joint-allowed asked-by=2", "identity.opened-jointly asked-by=2;allowed-by=3");
        (await db.OutboxMessages.CountAsync(m => m.Kind == OutboxKind.OpenedNotice && m.Status == OutboxStatus.Queued)).Should().Be(1);
        var own = await story.Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases, CancellationToken.None);
        own!.SeenBy.Should().ContainSingle().Which.Together.Should().Be(new OwnPair("Ad2 Soyad", "Ad3 Soyad"));
    }

    [Theory]
    [InlineData(Kind.Sqlite, "+905321234567")]
    [InlineData(Kind.Postgres, "")]
    public async Task The_citizen_is_told_by_phone_or_else_by_mail_without_a_word_of_who_or_what(Kind kind, string phone)
    {
        await using var story = await AHiddenCase.BeginAsync(kind, phone: phone);
        await story.LeaveAsync();
        await story.AskAsync(story.Manager);
        await story.AllowAsync(story.General);
        (await story.OpenAsync(story.Manager)).IsAccepted.Should().BeTrue();

        await using var server = SmtpServer.Start();
        var courier = new ACourier(story.Office, AMail.Sender(server));
        await courier.DrainAsync(OutboxKind.OpenedNotice);
        (courier.Sms.Sent.Count, server.Received.Count).Should().Be(phone.Length > 0 ? (1, 0) : (0, 1));
        var told = phone.Length > 0 ? courier.Sms.Sent.Single().Text : server.Received.Single().Read().PlainText;
        if (phone.Length == 0) told.Should().Contain("BİMER Merkezine yazılı olarak").And.NotContain("Bilgilerimi kimler görüntüledi?", "that page asks for a mobile number");
        told.Should().Contain(new CaseNumber(story.Id).ToString()).And.NotContainAny(ServerStories.Surname, "Ad2", "Ad3", AHiddenCase.Why);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_opens_alone_nor_as_the_wrong_person_nor_while_who_hid_it_is_there(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        var (office, unit) = (story.Office, story.Unit);
        (await story.AskAsync(story.General)).Refusal.Should().BeOfType<Refusal.HiderStillHere>();
        (await story.LinesAsync(story.General)).Should().BeNull("nothing of it is shown while the officer is there");
        await story.LeaveAsync();
        var (officer, coordinator) = (await office.HireAsync(4, OfficerRole.CaseOfficer, unit), await office.HireAsync(5, OfficerRole.Coordinator, unit));
        var second = await office.HireAsync(6, OfficerRole.GeneralCoordinator, unit);
        await office.AlsoAsync(story.General, OfficerRole.Executive, unit);
        var both = story.General with { Roles = [.. story.General.Roles, new RoleOn(OfficerRole.Executive, unit)] };

        foreach (var stranger in new[] { officer, coordinator }) (await story.AskAsync(stranger)).Refusal.Should().Be(new Refusal.NotYoursToOpenJointly(unit));
        (await story.AskAsync(both, " \n ")).Refusal.Should().BeOfType<Refusal.TextMissing>();
        await story.AskAsync(both);
        (await story.AskAsync(second)).Refusal.Should().BeOfType<Refusal.JointOpeningAsked>();
        (await story.AllowAsync(both)).Refusal.Should().Be(new Refusal.JointOpeningNeedsAnother(both.UserId), "through two roles it is one person");
        (await story.AllowAsync(second)).Should().Be(Outcome.Accepted, "who asked is a manager too");
        (await story.AllowAsync(story.Manager)).Refusal.Should().BeOfType<Refusal.JointOpeningAllowed>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_general_coordinators_are_no_pair(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        var second = await story.Office.HireAsync(6, OfficerRole.GeneralCoordinator, story.Unit);
        await story.AskAsync(story.General);

        (await story.AllowAsync(second)).Refusal.Should().Be(new Refusal.JointOpeningNeedsAnother(story.General.UserId));
        (await story.LinesAsync(second))!.Step.Should().Be(JointStep.Wait);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_request_lapses_after_three_days_and_a_word_to_it_after_one(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        await story.AskAsync(story.General);
        var first = (await story.LinesAsync(story.Manager))!.Asked;
        story.Office.Clock.Pass(JointOpening.MayBeAllowedFor + TimeSpan.FromTicks(1));
        (await story.AllowAsync(story.Manager, first)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>();

        (await story.AskAsync(story.General)).Should().Be(Outcome.Accepted);
        (await story.AllowAsync(story.Manager, first)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>("what they read was another request");
        story.Office.Clock.Pass(JointOpening.MayBeAllowedFor);
        (await story.AllowAsync(story.Manager)).Should().Be(Outcome.Accepted, "the last instant counts");
        story.Office.Clock.Pass(JointOpening.MayBeOpenedFor + TimeSpan.FromTicks(1));
        (await story.OpenAsync(story.General)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_allow_at_once_one_is_told_of_the_other(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        await story.AskAsync(story.General);
        var other = await story.Office.HireAsync(6, OfficerRole.Executive, story.Unit);
        var asked = (await story.LinesAsync(other))!.Asked;

        var late = await story.Meanwhile(other, async () => (await story.AllowAsync(story.Manager, asked)).Should().Be(Outcome.Accepted))
            .AllowAsync(new AllowJointOpening(OfficeStories.NewCommand(), story.Id, asked), CancellationToken.None);

        late.Refusal.Should().BeEquivalentTo(new { By = story.Manager.UserId });
        await using var db = await story.Office.DbAsync();
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.JointOpeningAllowed)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_shown_when_who_hid_it_comes_back_before_the_seal_is_broken(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        await story.AskAsync(story.General);
        await story.AllowAsync(story.Manager);
        var opening = ActivatorUtilities.CreateInstance<OpenJointlyHandler>(story.Office.Services, new Office.Acts(story.General), story.Meanwhile(story.General, story.ReturnAsync));

        (await opening.HandleAsync(new OpenJointly(OfficeStories.NewCommand(), story.Id), CancellationToken.None)).Should().Be(new Outcome<RevealedIdentity>(null, new Refusal.ChangedMeanwhile()));
        (await story.OpenAsync(story.General)).Refusal.Should().BeOfType<Refusal.HiderStillHere>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_allowed_of_a_case_that_was_shown_again_meanwhile_nor_by_a_request_from_before(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        await story.LeaveAsync();
        await story.AskAsync(story.General);
        var asked = (await story.LinesAsync(story.Manager))!.Asked;

        var late = await story.Meanwhile(story.Manager, async () =>
        {
            await story.ReturnAsync();
            (await story.UndoAsync()).Should().Be(Outcome.Accepted);
        }).AllowAsync(new AllowJointOpening(OfficeStories.NewCommand(), story.Id, asked), CancellationToken.None);
        late.Refusal.Should().BeOfType<Refusal.NotHidden>();
        (await story.AllowAsync(story.Manager, asked)).Refusal.Should().BeOfType<Refusal.NotHidden>();

        (await story.HideAsync()).Should().Be(Outcome.Accepted);
        await story.LeaveAsync();
        (await story.AllowAsync(story.Manager, asked)).Refusal.Should().BeOfType<Refusal.JointOpeningLapsed>("it was asked of another hiding");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_applicant_hid_nobody_opens_and_where_it_is_switched_off_nothing_is_asked(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind, byApplicant: true);
        (await story.AskAsync(story.General)).Refusal.Should().BeOfType<Refusal.IdentityConcealed>();
        (await story.LinesAsync(story.General)).Should().BeNull();

        await using var off = await AHiddenCase.BeginAsync(kind, isOn: false);
        await off.LeaveAsync();
        (await off.AskAsync(off.General)).Refusal.Should().BeOfType<Refusal.JointOpeningOff>();
        off.Office.Services.GetRequiredService<JointOpeningSwitch>().IsOn.Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_moved_elsewhere_has_left_and_who_is_only_kept_from_the_case_has_not(Kind kind)
    {
        await using var story = await AHiddenCase.BeginAsync(kind);
        var health = story.Office.Unit("Ankara İl Sağlık Müdürlüğü");
        await using (var db = await story.Office.DbAsync())
            await story.Office.ExcludeAsync(story.Hider, await db.Cases.AsNoTracking().Include(c => c.Routings).SingleAsync(), health);
        await story.Office.AlsoAsync(story.Hider, OfficerRole.CaseOfficer, health);
        await using (var db = await story.Office.DbAsync()) (await db.CasesVisibleTo(story.Hider).AnyAsync()).Should().BeFalse();
        (await story.AskAsync(story.General)).Refusal.Should().BeOfType<Refusal.HiderStillHere>("a mark must not open what it was to protect");
        await story.LeaveAsync(isDisabled: false);
        await story.Office.AlsoAsync(story.Hider, OfficerRole.CaseOfficer, story.Office.Unit("Sağlık Bakanlığı"));

        (await story.AskAsync(story.General)).Should().Be(Outcome.Accepted, "a transfer ends the sight of the case");
    }
}
