using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>One line of the list the officer put together.</summary>
public sealed record ForwardLine(UnitId Unit, RoutingPurpose Purpose, Priority Priority, string? Note);

public sealed record ForwardCase(CommandId Id, RoutingId Routing, IReadOnlyList<ForwardLine> Lines)
{
    /// <summary>Units the case must not reach from now on (gönderilmeyecek kurumlar, S38).</summary>
    public IReadOnlyList<UnitId> Excluded { get; init; } = [];

    /// <summary>Each goes as urgent as it came, whatever the lines say: one list for many cases must not make an urgent one ordinary.</summary>
    public bool KeepsPriority { get; init; }

    /// <summary>What the case is about from now on (konu/alt konu, S37).</summary>
    public TopicChange Topics { get; init; } = TopicChange.None;
}

/// <summary>The holder sends a part on to everybody on the list, or to nobody.</summary>
public sealed class ForwardCaseHandler(CaseWork work, ForwardActs acts)
{
    public Task<Outcome> HandleAsync(ForwardCase command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => acts.DoAsync(command, caseFile, acting, ct), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(ForwardCase command, CancellationToken ct) =>
        work.TryAsync(command.Routing.CaseId, (caseFile, acting) => acts.DoAsync(command, caseFile, acting, ct), ct);
}

/// <summary>What a forward does to the case, for the handler and for whoever asks what would come of it.</summary>
public sealed class ForwardActs(UnitDirectory units, ForwardTargets targets, TopicDirectory topics)
{
    public async ValueTask<Outcome> DoAsync(ForwardCase command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        if (!command.Topics.IsNone) await acting.Db.Entry(caseFile).Collection(c => c.Topics).LoadAsync(ct);
        return Do(command, caseFile, acting.Actor, acting.Now);
    }

    /// <summary>The same for "Ne görecekler?": with nobody on the list yet the marks alone.</summary>
    public GlanceAct Intended(ForwardCase command) => new GlanceAct.Whatever((caseFile, acting, ct) =>
        command.Lines.Count > 0 ? DoAsync(command, caseFile, acting, ct) : ValueTask.FromResult(Mark(command, caseFile, acting)));

    private Outcome Do(ForwardCase command, CaseFile caseFile, Actor actor, DateTimeOffset now)
    {
        if (command.Topics.Added.FirstOrDefault(code => topics.Find(code) is null) is { } unknown) return new Refusal.UnknownTopic(unknown);
        if (caseFile.ChangeTopics(command.Routing, command.Topics, actor, now).Refusal is { } notChanged) return notChanged;

        var part = caseFile.RoutingOf(command.Routing);
        List<ForwardTo> recipients = [.. command.Lines.Select(l => targets.From(part.To, targets.Line(l.Unit, l.Purpose, command.KeepsPriority ? part.Priority : l.Priority, l.Note), now))];
        return command.Excluded.Count == 0
            ? caseFile.Forward(command.Routing, recipients, actor, now)
            : caseFile.ForwardExcluding(command.Routing, recipients, ExcludingOf(caseFile, command.Excluded), actor, now);
    }

    private Outcome Mark(ForwardCase command, CaseFile caseFile, Acting acting)
    {
        var open = OpenParts(caseFile);
        return command.Excluded.Select(unit => caseFile.Exclude(command.Routing, units.LineageOf(unit), open, acting.Actor, acting.Now)).FirstOrDefault(outcome => !outcome.IsAccepted);
    }

    private List<UnitLineage> OpenParts(CaseFile caseFile) => [.. caseFile.Routings.Where(r => r.IsOpen).Select(r => r.To).Distinct().Select(units.LineageOf)];

    private Excluding ExcludingOf(CaseFile caseFile, IReadOnlyList<UnitId> marked)
    {
        UnitId[] all = [.. marked.Concat(caseFile.Exclusions.Select(x => x.Unit))];
        return new Excluding(
            [.. marked.Distinct().Select(unit => new ExcludeUnit(units.LineageOf(unit), units.NearestOutside(unit, all)))],
            OpenParts(caseFile), units.LineageOf(units.Centre.Id));
    }
}
