using System.Diagnostics;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bimer.Tests.Bench;

/// <summary>
/// Sixteen people at once carry cases from filing to signature through the handlers: file, take custody, forward, take custody,
/// submit, approve. Saving the draft in between is measured apart and not counted.
/// </summary>
internal sealed class CommandBench(Office office, IReadOnlyList<CommandBench.Desk> desks)
{
    private const int Writers = 16;
    private static readonly string _hash = new Letter(SafeHtml.Accept(ReplyStories.Html).Value!, ReplyStories.Service, []).ContentHash;

    private readonly Figures _all = new("all commands");
    private readonly Figures _drafts = new("save draft (not counted)");
    private readonly Dictionary<string, Figures> _byVerb =
        ((string[])["file", "take custody", "forward", "submit", "approve"]).ToDictionary(verb => verb, verb => new Figures(verb), StringComparer.Ordinal);

    /// <summary>One writer's people: who receives, who answers, who signs.</summary>
    internal sealed record Desk(Actor Receiver, Actor Writer, Actor Approver, UnitId First, UnitId Second);

    public static async Task RunAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        var (first, second) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var approver = await office.HireAsync(500_000, OfficerRole.Approver, second);
        var desks = new List<Desk>();
        for (var i = 1; i <= Writers; i++)
        {
            var receiver = await office.HireAsync(500_000 + i, OfficerRole.CaseOfficer, first);
            desks.Add(new Desk(receiver, await office.HireAsync(501_000 + i, OfficerRole.CaseOfficer, second), approver, first, second));
        }

        await MeasureAsync(office, desks, options);
    }

    private static async Task MeasureAsync(Office office, List<Desk> desks, BenchOptions options)
    {
        // Beside the writers, as in the program; the office's own clock stands still.
        using var follower = ActivatorUtilities.CreateInstance<SearchFollower>(office.Services, TimeProvider.System, NullLogger<SearchFollower>.Instance);
        await follower.StartAsync(CancellationToken.None);
        await new CommandBench(office, desks).MeasureAsync(options.WarmUp);
        var bench = new CommandBench(office, desks);
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await bench.MeasureAsync(TimeSpan.FromSeconds(options.Seconds));
        bench.Print(options, watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        await follower.StopAsync(CancellationToken.None);
    }

    private Task MeasureAsync(TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        return Task.WhenAll(desks.Select(desk => Task.Run(async () =>
        {
            while (watch.Elapsed < time) await LiveAsync(desk);
        })));
    }

    private async Task LiveAsync(Desk desk)
    {
        var caseId = await FileAsync(desk.First);
        var (leg, next) = (RoutingId.Of(caseId, 1), RoutingId.Of(caseId, 2));
        await DoAsync("take custody", () => office.OpenAsync(desk.Receiver, leg));
        await DoAsync("forward", () => office.ForwardAsync(desk.Receiver, leg, null, ReplyStories.Line(desk.Second)));
        await DoAsync("take custody", () => office.OpenAsync(desk.Writer, next));
        var draft = await _drafts.TakeAsync(() => office.SaveAsync(desk.Writer, next, 0));
        await DoAsync("submit", () => office.SubmitAsync(desk.Writer, next, draft.Value!.Version, new Signatory(desk.Approver.UserId, desk.Second)));
        await DoAsync("approve", () => office.ApproveAsync(desk.Approver, next, _hash));
    }

    private async Task<CaseId> FileAsync(UnitId to)
    {
        var id = default(CaseId);
        await DoAsync("file", async () =>
        {
            var now = office.Clock.GetUtcNow();
            id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
            var filing = new ACase(office.Clock).Of(CaseKind.Complaint).To(to).Filing() with { Id = id };
            await using var db = await office.DbAsync();
            db.Add(CaseFile.File(filing, now).Value!);
            var vault = office.Services.GetRequiredService<IdentityVault>();
            db.Add(vault.Seal(filing.Applicant, Somebody, now));
            db.AddRange(vault.LookupsOf(id, Somebody));
            var committed = await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "bench", null), CancellationToken.None);
            return committed == CommitResult.Committed ? Outcome.Accepted : new Refusal.Busy();
        });
        return id;
    }

    private static ApplicantIdentity Somebody { get; } =
        new() { NationalId = "10000000146", GivenName = "Ölçüm", Surname = "Deneme", Mobile = "+905320000000", Email = "olcum@posta.invalid" };

    private async Task DoAsync(string verb, Func<Task<Outcome>> act)
    {
        var outcome = await _all.TakeAsync(() => _byVerb[verb].TakeAsync(act));
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"{verb} was refused: {refusal}");
    }

    private void Print(BenchOptions options, TimeSpan elapsed, TimeSpan cpu)
    {
        Console.WriteLine($"{options.Db}, {options.Cases:N0} cases, {Writers} writers: {_all.Count / elapsed.TotalSeconds:N0} commands a second ({(_all.Count + _drafts.Count) / elapsed.TotalSeconds:N0} with drafts), {cpu.TotalMilliseconds / (_all.Count + _drafts.Count):0.00} ms of processor each");
        foreach (var figures in (Figures[])[_all, .. _byVerb.Values, _drafts]) Console.WriteLine("  " + figures);
    }
}
