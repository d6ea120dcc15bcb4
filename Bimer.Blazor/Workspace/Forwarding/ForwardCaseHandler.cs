using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>One line of the list the officer put together.</summary>
public sealed record ForwardLine(UnitId Unit, RoutingPurpose Purpose, Priority Priority, string? Note)
{
    /// <summary>The officer was told that nobody works there, and means it all the same.</summary>
    public bool IsMeant { get; init; }

    /// <summary>The day, included, by which it is wanted (iç süre); none for none.</summary>
    public DateOnly? WantedBy { get; init; }
}

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
public sealed class ForwardActs(UnitDirectory units, ForwardTargets targets, TopicDirectory topics, DesertedUnits deserted)
{
    public async ValueTask<Outcome> DoAsync(ForwardCase command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        if (!command.Topics.IsNone) await acting.Db.Entry(caseFile).Collection(c => c.Topics).LoadAsync(ct);
        if (command.Topics.Added.FirstOrDefault(code => topics.Find(code) is null) is { } unknown) return new Refusal.UnknownTopic(unknown);
        var list = new SendingList(await RecipientsAsync(command, caseFile, acting, ct), command.Excluded);
        return caseFile.ChangeTopics(command.Routing, command.Topics, acting.Actor, acting.Now).Refusal is { } notChanged
            ? notChanged
            : targets.Send(caseFile, command.Routing, list, acting.Actor, acting.Now);
    }

    /// <summary>The same for "Ne görecekler?": with nobody on the list yet the marks alone. Who works where is of no matter to what they would see.</summary>
    public GlanceAct Intended(ForwardCase command) => new GlanceAct.Whatever((caseFile, acting, ct) =>
        command.Lines.Count > 0 ? DoAsync(command with { Lines = [.. command.Lines.Select(line => line with { IsMeant = true })] }, caseFile, acting, ct) : ValueTask.FromResult(Mark(command, caseFile, acting)));

    private async Task<List<ForwardTo>> RecipientsAsync(ForwardCase command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        var part = caseFile.RoutingOf(command.Routing);
        List<UnitId> unsaid = [.. command.Lines.Where(line => !line.IsMeant).Select(line => line.Unit)];
        var empty = await deserted.AmongAsync(acting.Db, unsaid, part.To, [.. command.Excluded, .. caseFile.Exclusions.Select(x => x.Unit)], acting.Today, ct);
        return
        [
            .. command.Lines.Select(line => targets.Line(line.Unit, line.Purpose, command.KeepsPriority ? part.Priority : line.Priority, line.Note) with
            {
                Deserted = line.IsMeant ? null : empty.GetValueOrDefault(line.Unit), WantedBy = line.WantedBy,
            }),
        ];
    }

    private Outcome Mark(ForwardCase command, CaseFile caseFile, Acting acting)
    {
        var open = targets.OpenParts(caseFile);
        return command.Excluded.Select(unit => caseFile.Exclude(command.Routing, units.LineageOf(unit), open, acting.Actor, acting.Now)).FirstOrDefault(outcome => !outcome.IsAccepted);
    }
}
