using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Security.Sight;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>
/// People in five units in front of every list they have, and one case that lies with all of them: opened and held, before an approver, for
/// information, followed.
/// </summary>
internal sealed class ALivingOffice(Office office)
{
    private readonly List<AScreen> _screens = [];

    public Office Office => office;

    public UnitId Ankara { get; } = office.Unit("Ankara Valiliği");

    public UnitId Health { get; } = office.Unit("Ankara İl Sağlık Müdürlüğü");

    public UnitId Police { get; } = office.Unit("Ankara İl Emniyet Müdürlüğü");

    public UnitId Eskisehir { get; } = office.Unit("Eskişehir Valiliği");

    public UnitId Bursa { get; } = office.Unit("Bursa Valiliği");

    /// <summary>Sends the case on.</summary>
    public Actor Ayse { get; private set; } = null!;

    /// <summary>Holds a part at the health directorate.</summary>
    public Actor Zeynep { get; private set; } = null!;

    /// <summary>Wrote the letter that lies before <see cref="Nuray"/>.</summary>
    public Actor Kaya { get; private set; } = null!;

    /// <summary>Has it for information, as very urgent.</summary>
    public Actor Eren { get; private set; } = null!;

    public Actor Nuray { get; private set; } = null!;

    /// <summary>Signs at the health directorate.</summary>
    public Actor Kemal { get; private set; } = null!;

    public Actor Chief { get; private set; } = null!;

    public static async Task<ALivingOffice> OpenAsync(Kind kind)
    {
        var living = new ALivingOffice(await Asker.OpenOfficeAsync(kind));
        var office = living.Office;
        living.Ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, living.Ankara);
        living.Zeynep = await office.HireAsync(2, OfficerRole.CaseOfficer, living.Health);
        living.Kaya = await office.HireAsync(3, OfficerRole.CaseOfficer, living.Police);
        living.Eren = await office.HireAsync(4, OfficerRole.CaseOfficer, living.Eskisehir);
        living.Nuray = await office.HireAsync(5, OfficerRole.Approver, living.Ankara);
        living.Kemal = await office.HireAsync(6, OfficerRole.Approver, living.Health);
        living.Chief = await office.HireAsync(7, OfficerRole.Coordinator, living.Ankara);
        await office.HireAsync(8, OfficerRole.CaseOfficer, living.Bursa);
        foreach (var who in (Actor[])[living.Ayse, living.Zeynep, living.Kaya, living.Eren, living.Nuray, living.Kemal, living.Chief]) living.Sit(who);
        return living;
    }

    /// <summary>1 was sent on by Ayşe to 2 (Zeynep has it open), 3 (Kaya's letter lies before Nuray) and 4 (Eren has it for information).</summary>
    public async Task<CaseId> LiveAsync()
    {
        var id = (await ServerStories.FileAsync(office.Services, Ankara, CaseKind.Complaint, hidden: false)).Id;
        await Must(office.OpenAsync(Ayse, RoutingId.Of(id, 1)));
        await Must(office.ForwardAsync(Ayse, RoutingId.Of(id, 1), null, ReplyStories.Line(Health), ReplyStories.Line(Police), ReplyStories.Line(Eskisehir, RoutingPurpose.Information) with { Priority = Priority.VeryUrgent }));
        await Must(office.OpenAsync(Zeynep, RoutingId.Of(id, 2)));
        await Must(office.OpenAsync(Kaya, RoutingId.Of(id, 3)));
        await Must(office.OpenAsync(Eren, RoutingId.Of(id, 4)));
        await Must(office.AnswerAsync(Kaya, RoutingId.Of(id, 3), new Signatory(Nuray.UserId, Ankara)));
        foreach (var who in (Actor[])[Chief, Ayse])
            await Must(office.Handler<FollowCaseHandler>(who).HandleAsync(new FollowCase(OfficeStories.NewCommand(), id, null), CancellationToken.None));
        return id;
    }

    /// <summary>What changed on somebody's screen without the screen being told.</summary>
    public async Task<List<string>> StaleAfterAsync(Func<Task> act)
    {
        office.Clock.Pass(TimeSpan.FromSeconds(3));   // nothing rung before is still to come
        var before = new Dictionary<AScreen, string>();
        List<(AScreen Screen, IAsyncDisposable Bell, TaskCompletionSource Rung)> heard = [];
        foreach (var screen in _screens)
        {
            before[screen] = await screen.ReadAsync();
            var rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            heard.Add((screen, office.Services.GetRequiredService<LiveFeed>().Subscribe(await screen.HearAsync(), () => Task.FromResult(rung.TrySetResult())), rung));
        }

        await act();
        List<string> stale = [];
        foreach (var (screen, _, rung) in heard)
        {
            if (string.Equals(await screen.ReadAsync(), before[screen], StringComparison.Ordinal)) continue;
            if (!await RangAsync(rung.Task)) stale.Add(screen.Name);
        }

        foreach (var (_, bell, _) in heard) await bell.DisposeAsync();
        return stale;
    }

    private static async Task<bool> RangAsync(Task rung)
    {
        try
        {
            await rung.WaitAsync(Eventually.Patience / 10);   // used up by a failing test alone
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public static async Task Must(Task<Outcome> act) => (await act).Should().Be(Outcome.Accepted);

    private void Sit(Actor who)
    {
        Box[] boxes = who.Roles[0].Role == OfficerRole.CaseOfficer ? [Box.Unit, Box.Mine, Box.OnHold, Box.Returned, Box.Submitted, Box.SentBack, Box.Replied, Box.Forwarded, Box.Followed]
            : who.Roles[0].Role == OfficerRole.Approver ? [Box.Approvals] : [Box.Below, Box.Followed];
        BoxFilter[] filters = [BoxFilter.None, new() { Priority = Priority.VeryUrgent }, new() { Topic = office.Topics()[0].Code }, new() { Hidden = true },
            new() { Kind = Several.Of([CaseKind.Complaint, CaseKind.TipOff]), Channel = Several.Of([IntakeChannel.Internet, IntakeChannel.Letter]) }, new() { Outcome = Several.Of([OutcomeFilter.Favourable, OutcomeFilter.NotExamined]), Delivery = DeliveryFilter.Queued }];
        _screens.AddRange(boxes.SelectMany(box => filters.Select(filter => new AScreen(
            $"{box.Key} of {who.UserId.Value} by {filter}", () => ReadAsync(who, box, filter), () => HearAsync(who, box)))));
        _screens.Add(new AScreen($"counters of {who.UserId.Value}", () => Asker.AskAsync(office, who, async asker => Asker.Told(await asker.Get<CountersQuery>().ReadAsync(CancellationToken.None))), () => HearCountersAsync(who)));
        _screens.Add(new AScreen($"home of {who.UserId.Value}", () => HomeAsync(who), () => HearHomeAsync(who)));
    }

    private Task<string> ReadAsync(Actor who, Box box, BoxFilter filter) => Asker.AskAsync(office, who, async asker =>
    {
        var unit = (await asker.Get<BoxSource>().OpenAsync(box, wanted: null, CancellationToken.None))!.Unit;
        var page = await asker.Get<BoxSource>().ReadAsync(box, unit, new BoxSlice { Filter = filter }, CancellationToken.None);
        return Asker.Told(page is null ? null : page with { At = default });
    });

    private async Task<IReadOnlyList<LiveTopic>> HearAsync(Actor who, Box box)
    {
        IReadOnlyList<LiveTopic> topics = [];
        await Asker.AskAsync(office, who, async asker =>
        {
            var opening = (await asker.Get<BoxSource>().OpenAsync(box, wanted: null, CancellationToken.None))!;
            topics = [.. opening.Topics, .. opening.Blinding, .. box == Box.Followed ? await asker.Get<FollowedQuery>().BellsAsync(CancellationToken.None) : []];
            return "";
        });
        return topics;
    }

    private async Task<IReadOnlyList<LiveTopic>> HearCountersAsync(Actor who)
    {
        var topics = (await office.For<CountersQuery>(who).TopicsAsync(CancellationToken.None))!;
        return [.. topics.Own, .. topics.Units, .. topics.Below];
    }

    private Task<string> HomeAsync(Actor who) => Asker.AskAsync(office, who, async asker =>
        Asker.Told((await asker.Get<OverviewQuery>().ReadAsync(CancellationToken.None))! with { At = default }) + Asker.Told(await asker.Get<BoxAgesQuery>().ReadAsync(CancellationToken.None)));

    private async Task<IReadOnlyList<LiveTopic>> HearHomeAsync(Actor who)
    {
        var followed = (await office.For<BoxAgesQuery>(who).ReadAsync(CancellationToken.None)).GetValueOrDefault("Followed")?.Watched;
        CaseId?[] watched = [followed?.Oldest, followed?.Nearest, .. (await office.For<OverviewQuery>(who).ReadAsync(CancellationToken.None))!.Watched];
        return [.. await HearCountersAsync(who), .. watched.OfType<CaseId>().Select(LiveTopic.Case)];
    }

    private sealed record AScreen(string Name, Func<Task<string>> ReadAsync, Func<Task<IReadOnlyList<LiveTopic>>> HearAsync);
}
