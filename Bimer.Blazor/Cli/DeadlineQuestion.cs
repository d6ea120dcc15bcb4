using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Cli;

/// <summary>What <c>deadline</c> was asked: <c>--act 3071|4982 --received 2026-05-18 [--half-day 0|1] [--extended] [--json]</c>, in any order.</summary>
/// <param name="HalfDayWorks">None: as the settings say.</param>
/// <param name="IsExtended">The applicant was told of thirty working days in time (4982 m.11).</param>
public sealed record DeadlineQuestion(LegalBasis Basis, DateOnly ReceivedOn, bool? HalfDayWorks, bool IsExtended, bool AsJson)
{
    /// <summary>The days a question may name, both included: beyond them lies no file of ours.</summary>
    public static readonly (DateOnly First, DateOnly Last) Days = (new(1900, 1, 1), new(2199, 12, 31));

    /// <returns>None where a word is unknown, missing, said twice or no date of the form 2026-05-18.</returns>
    public static DeadlineQuestion? Read(IReadOnlyList<string> words)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var name = words[i];
            var value = name is "--extended" or "--json" ? "" : i + 1 < words.Count ? words[++i] : null;
            if (value is null || !said.TryAdd(name, value)) return null;
        }

        return said.Keys.All(IsKnown) ? Of(said) : null;
    }

    /// <summary>The days it is about, under the calendar with the half day as asked.</summary>
    public Domain.Kernel.Outcome<DeadlineLedger> Answer(WorkingCalendar shipped)
    {
        var calendar = HalfDayWorks is { } works ? new WorkingCalendar(shipped.Holidays, shipped.Rules with { HalfDayWorks = works }) : shipped;
        var terms = DeadlineTerms.Received(Basis, ReceivedOn);
        if (!IsExtended) return DeadlineLedger.Of(terms, calendar);
        var extended = terms.Extend(StatutoryDeadline.Of(terms, calendar).DueOn, calendar);
        return extended.Value is { } longer ? DeadlineLedger.Of(longer, calendar) : extended.Refusal!;
    }

    private static bool IsKnown(string name) => name is "--act" or "--received" or "--half-day" or "--extended" or "--json";

    private static DeadlineQuestion? Of(Dictionary<string, string> said)
    {
        LegalBasis? act = said.GetValueOrDefault("--act") switch { "3071" => LegalBasis.PetitionAct, "4982" => LegalBasis.InformationAct, _ => null };
        if (act is not { } basis || !DateOnly.TryParseExact(said.GetValueOrDefault("--received"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var received)) return null;
        if (received < Days.First || received > Days.Last) return null;
        if (said.TryGetValue("--half-day", out var half) && half is not ("0" or "1")) return null;
        return new(basis, received, half is null ? null : half is "1", said.ContainsKey("--extended"), said.ContainsKey("--json"));
    }
}
