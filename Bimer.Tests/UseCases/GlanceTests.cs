using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>"Ne görecekler?": the real rules with another's eyes, and nothing left behind of the trial.</summary>
public sealed class GlanceTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_recipient_will_see_the_envelope_and_then_the_case_and_looking_leaves_nothing_behind(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        var before = await LeftBehindAsync(office, story.Routing.CaseId);
        var send = story.Sending(health);

        var anybody = (await LookAsync(office, story.Writer, story.Routing, send, new GlanceEyes.UnitOfficer(health))).Value!;
        var herself = (await LookAsync(office, story.Writer, story.Routing, send, new GlanceEyes.Person(zeynep.UserId))).Value!;
        var citizen = (await LookAsync(office, story.Writer, story.Routing, send, new GlanceEyes.Citizen())).Value!;
        var elsewhere = (await LookAsync(office, story.Writer, story.Routing, send, new GlanceEyes.UnitOfficer(office.Unit("İzmir Valiliği")))).Value!;

        anybody.Now.Should().BeEquivalentTo(new { Stand = CaseStand.Envelope, Identity = (GlanceIdentity?)null, Text = (string?)null });
        anybody.Opened.Should().BeEquivalentTo(new { Stand = CaseStand.Mine, Identity = GlanceIdentity.Masked, Text = ACase.Words });
        herself.Should().BeEquivalentTo(anybody);
        citizen.Citizen!.WaitsAt.Should().Equal("Ankara İl Sağlık Müdürlüğü");
        elsewhere.SeesNothing.Should().BeTrue();
        (await LeftBehindAsync(office, story.Routing.CaseId)).Should().Be(before);
        (await office.For<CaseQuery>(zeynep).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None)).Should().BeNull();
        (await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health))).Should().Be(Outcome.Accepted, "what was tried can still be done");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_is_kept_from_it_finds_no_way_to_it_by_any_role(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health, police) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Ankara İl Emniyet Müdürlüğü"));
        var both = await office.HireAsync(8, OfficerRole.CaseOfficer, police);
        var send = story.Sending([ReplyStories.Line(police)], health);
        (await LookAsync(office, story.Writer, story.Routing, send, new GlanceEyes.Person(both.UserId))).Value!.Now.Should().NotBeNull();
        await office.AlsoAsync(both, OfficerRole.Approver, health);

        foreach (var eyes in (GlanceEyes[])[new GlanceEyes.UnitOfficer(health), new GlanceEyes.Person(both.UserId)])
        {
            var glance = (await LookAsync(office, story.Writer, story.Routing, send, eyes)).Value!;
            (glance.SeesNothing, glance.Paths.Any(path => path.Leads)).Should().Be((true, false));
            (await LookAsync(office, story.Writer, story.Routing, story.Sending([], health), eyes)).Value!.SeesNothing.Should().BeTrue("the mark alone is enough");
        }

        await using var db = await office.DbAsync();
        (await db.Exclusions.CountAsync()).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_hiding_the_hider_alone_could_open_the_name_and_it_is_not_hidden_yet(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, hide) = (story.Office, new GlanceAct.Hide());
        var colleague = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);

        (await LookAsync(office, story.Writer, story.Routing, hide, new GlanceEyes.Person(colleague.UserId))).Value!.Now!.Identity.Should().Be(GlanceIdentity.Hidden);
        (await LookAsync(office, story.Writer, story.Routing, hide, new GlanceEyes.Person(story.Writer.UserId))).Value!.Now!.Identity.Should().Be(GlanceIdentity.HiddenOwn);
        (await LookAsync(office, story.Writer, story.Routing, hide, new GlanceEyes.Citizen())).Value!.Citizen!.Petition.IsHidden.Should().BeTrue();

        (await LookAsync(office, story.Writer, story.Routing, new GlanceAct.AsItIs(), new GlanceEyes.Person(colleague.UserId))).Value!.Now!.Identity.Should().Be(GlanceIdentity.Stars);
        await using var db = await office.DbAsync();
        (await db.Cases.SingleAsync()).Concealment.Should().Be(IdentityConcealment.None);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_who_holds_it_asks_and_what_cannot_be_done_is_refused_as_ever(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var colleague = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        var stranger = await office.HireAsync(9, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        var eyes = new GlanceEyes.UnitOfficer(story.Unit);

        (await LookAsync(office, colleague, story.Routing, new GlanceAct.AsItIs(), eyes)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        (await LookAsync(office, stranger, story.Routing, new GlanceAct.AsItIs(), eyes)).Refusal.Should().Be(new Refusal.NotFound());
        (await LookAsync(office, story.Writer, story.Routing, story.Sending(story.Unit), eyes)).Refusal.Should().Be(new Refusal.RecipientIsSender(story.Unit));
        var people = await Eyes(office, story.Writer).PeopleAsync(story.Unit, CancellationToken.None);
        people.Select(p => p.Name).Should().Equal("Ad1 Soyad", "Ad2 Soyad", "Ad8 Soyad");
    }

    /// <summary>Nor does whoever saves wait for one who asks: in the middle of a trial a colleague's act goes through.</summary>
    [Fact]
    public async Task Who_asks_while_another_saves_waits_for_nobody_and_keeps_nobody_waiting()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (office, hide, eyes) = (story.Office, new GlanceAct.Hide(), new GlanceEyes.Person(story.Writer.UserId));
        await using var db = await office.DbAsync();
        await using var saving = await db.Database.BeginTransactionAsync();
        var caseFile = await db.Cases.Include(c => c.Routings).SingleAsync();
        caseFile.HideIdentity(story.Routing, story.Writer, office.Clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        await db.SaveChangesAsync();

        var asked = await LookAsync(office, story.Writer, story.Routing, hide, eyes).WaitAsync(Eventually.Patience);
        asked.Value!.Now!.Identity.Should().Be(GlanceIdentity.HiddenOwn);
        await saving.CommitAsync();

        var another = await office.FileAsync(story.Unit);
        var meanwhile = new GlanceAct.Whatever(async (_, _, _) => await office.OpenAsync(story.Writer, another.Routings[0].Id));
        (await LookAsync(office, story.Writer, story.Routing, meanwhile, eyes).WaitAsync(Eventually.Patience)).IsAccepted.Should().BeTrue("the other case was opened inside of it");
        await using var after = await office.DbAsync();
        (await after.Routings.SingleAsync(r => r.Id == another.Routings[0].Id)).State.Should().Be(RoutingState.Held);
    }

    [Fact]
    public async Task A_trial_that_would_change_what_no_trial_changes_is_stopped_by_the_database()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var rogue = new GlanceAct.Whatever(async (_, acting, ct) =>
        {
            await acting.Db.Units.ExecuteDeleteAsync(ct);
            return Outcome.Accepted;
        });

        (await LookAsync(story.Office, story.Writer, story.Routing, rogue, new GlanceEyes.Citizen())).Refusal.Should().Be(new Refusal.NotStored());
        await using var db = await story.Office.DbAsync();
        (await db.Units.AnyAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Whose_case_changes_between_the_reading_and_the_trial_is_told_so()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Postgres);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        foreach (var act in (GlanceAct[])[new GlanceAct.Hide(), story.Sending(health)])
        {
            var meanwhile = Meanwhile(office, async () =>
                (act is GlanceAct.Hide ? await HideAsync(story) : await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health))).Should().Be(Outcome.Accepted));

            (await Eyes(office, story.Writer, meanwhile).LookAsync(story.Routing, act, new GlanceEyes.UnitOfficer(health), CancellationToken.None))
                .Refusal.Should().Be(new Refusal.ChangedMeanwhile());
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_database_that_cannot_be_asked_now_is_told_and_not_thrown(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var broken = new OutOfReach();

        (await Eyes(story.Office, story.Writer, broken).LookAsync(story.Routing, new GlanceAct.Hide(), new GlanceEyes.Citizen(), CancellationToken.None))
            .Refusal.Should().Be(new Refusal.Busy());
    }

    private sealed class OutOfReach : IDbContextFactory<BimerDbContext>
    {
        public BimerDbContext CreateDbContext() => throw new NpgsqlException("The connection broke off.", new IOException());
    }

    private static MeanwhileDb Meanwhile(Office office, Func<Task> happens) => new(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>(), happens);

    private static Task<Outcome> HideAsync(AReplyStory story) =>
        story.Office.Handler<HideIdentityHandler>(story.Writer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), story.Routing), CancellationToken.None);

    private static Task<Outcome<Glance>> LookAsync(Office office, Actor asker, RoutingId routing, GlanceAct act, GlanceEyes eyes) =>
        Eyes(office, asker).LookAsync(routing, act, eyes, CancellationToken.None);

    private static WhatTheySee Eyes(Office office, Actor asker, params object[] more) => ActivatorUtilities.CreateInstance<WhatTheySee>(
        office.Services, [new Office.Acts(asker), (SightReader)office.For<CaseQuery>(asker).SightAsync, ActivatorUtilities.CreateInstance<Trials>(office.Services), .. more]);

    private static async Task<(int, int, int, int, int, int, RoutingState)> LeftBehindAsync(Office office, CaseId id)
    {
        await using var db = await office.DbAsync();
        return (await db.Routings.CountAsync(), await db.Movements.CountAsync(), await db.AuditEntries.CountAsync(), await db.OutboxMessages.CountAsync(),
            await db.Officers.CountAsync(), await db.RoleAssignments.CountAsync(), await db.Routings.Where(r => r.CaseId == id).Select(r => r.State).SingleAsync());
    }
}
