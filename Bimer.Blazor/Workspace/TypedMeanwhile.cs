using System.Globalization;
using System.Text.Json.Nodes;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace;

/// <summary>What stood in the typed fields of a desk while there was no circuit.</summary>
/// <param name="Window">In which window; of one window the later save stands.</param>
/// <param name="Since">The newest save this window knew of.</param>
/// <param name="Fields">By the names of the desk's own record.</param>
public sealed record TypedMeanwhile(Guid Window, DateTimeOffset? Since, IReadOnlyDictionary<string, string>? Fields)
{
    /// <summary>What a day has in the place of a longest length.</summary>
    private const int Day = 0;

    /// <summary>The fields that are typed at each desk and how long they may be: nothing else gets into a draft by this way.</summary>
    private static readonly Dictionary<DeskKind, (string Name, int Longest)[]> _fields = new()
    {
        [DeskKind.Forwarding] = [("Note", CaseFile.LongestNote)],
        [DeskKind.Approving] = [("Note", CaseFile.LongestNote), ("Quote", LetterMark.LongestQuote), ("Remark", LetterMark.LongestRemark)],
        [DeskKind.Holding] = [("Explanation", Hold.LongestExplanation), ("Reason", CaseFile.LongestNote), ("ExpectedOn", Day), ("RemindOn", Day)],
        [DeskKind.Returning] = [("Note", CaseFile.LongestNote)],
    };

    /// <param name="kept">What was saved last; empty where nothing was.</param>
    public JsonObject Over(DeskKind desk, string kept)
    {
        var content = kept.Length == 0 ? [] : JsonNode.Parse(kept)!.AsObject();
        foreach (var (name, longest) in _fields[desk])
        {
            if (Fields is null || !Fields.TryGetValue(name, out var value)) continue;
            value ??= "";   // a body may say null all the same
            // The page lets nobody type more than fits; what comes longer was not typed there.
            content[name] = longest == Day ? DayOf(value) : value[..Math.Min(longest, value.Length)];
        }

        return content;
    }

    private static JsonNode? DayOf(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null;
}
