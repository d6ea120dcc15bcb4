using System.Collections.Concurrent;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// Words that say where a case has been. They stand beside the words of its text, so that the index itself finds the few cases of a clerk
/// among a million hits. No text holds them: they begin with a sign that no word has.
/// </summary>
public sealed class SearchScope(UnitDirectory units)
{
    private readonly ConcurrentDictionary<UnitId, string> _byUnit = new();
    private int _edition = -1;

    /// <summary>All that can ever show somebody this case: its units with all above them, its approvers, who decided.</summary>
    public string Of(IEnumerable<Routing> routings, IEnumerable<Reply> replies)
    {
        var words = routings.SelectMany(r => r.From is { } from ? [r.To, from] : new[] { r.To }).Distinct().Select(OfUnit)
            .Concat(replies.SelectMany(OfReply));
        return string.Join(' ', words.SelectMany(w => w.Split(' ')).Distinct(StringComparer.Ordinal));
    }

    /// <summary>What a person may look for by one of their roles.</summary>
    public static string AskedBy(RoleOn on) => on.Role switch
    {
        OfficerRole.CaseOfficer => $"_o{on.Unit.Value}",
        OfficerRole.Approver => $"_a{on.Unit.Value}",
        _ => $"_u{on.Unit.Value}",
    };

    /// <summary>All a person may look for by the roles of the day; never empty.</summary>
    public static IReadOnlyList<string> AskedBy(Actor actor) => [.. actor.Roles.Select(AskedBy).Append(AskedBy(actor.UserId)).Distinct(StringComparer.Ordinal)];

    /// <summary>What a person decided about stays in their sight.</summary>
    public static string AskedBy(UserId decider) => $"_d{decider.Value}";

    private static IEnumerable<string> OfReply(Reply reply)
    {
        yield return $"_a{reply.ApproverUnit.Value}";
        if (reply.DecidedBy is { } decider) yield return AskedBy(decider);
    }

    private string OfUnit(UnitId unit)
    {
        if (_edition != units.Edition)
        {
            _byUnit.Clear();
            _edition = units.Edition;
        }

        return _byUnit.GetOrAdd(unit, id => string.Join(' ', units.LineageOf(id).SelfAndAbove.Select(above => $"_u{above.Value}").Prepend($"_o{id.Value}")));
    }
}
