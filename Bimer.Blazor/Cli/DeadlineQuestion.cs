using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Cli;

/// <summary>What <c>deadline</c> was asked: <c>--act 3071|4982 --received 2026-05-18 [--half-day 0|1] [--extended] [--fee-notice 2026-05-20 [--fee-paid 2026-06-01]] [--arrived 2026-05-25] [--json]</c>, in any order.</summary>
/// <param name="HalfDayWorks">None: as the settings say.</param>
/// <param name="IsExtended">The applicant was told of thirty working days in time (4982 m.11).</param>
public sealed record DeadlineQuestion(LegalBasis Basis, DateOnly ReceivedOn, bool? HalfDayWorks, bool IsExtended, bool AsJson)
{
    /// <summary>The applicant was told of a fee (4982 m.10, m.11).</summary>
    public DateOnly? FeeNoticeOn { get; init; }

    /// <summary>The fee came in.</summary>
    public DateOnly? FeePaidOn { get; init; }

    /// <summary>It was sent on and arrived at another institution (4982 m.7).</summary>
    public DateOnly? ArrivedOn { get; init; }

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
        var made = After(terms, calendar);
        return made.Value is { } all ? DeadlineLedger.Of(all.Arriving(ArrivedOn, calendar.Rules), calendar) : made.Refusal!;
    }

    /// <summary>The events in their order; told in time, as far as it is not said on which day.</summary>
    private Domain.Kernel.Outcome<DeadlineTerms> After(DeadlineTerms terms, WorkingCalendar calendar)
    {
        var made = IsExtended ? terms.Extend(FeeNoticeOn is { } fee && fee < StatutoryDeadline.Of(terms, calendar).DueOn ? fee : StatutoryDeadline.Of(terms, calendar).DueOn, calendar) : terms;
        if (FeeNoticeOn is { } told && made.Value is { } before) made = before.NotifyFee(told, calendar.Rules.FeeClock, calendar);
        return FeePaidOn is { } paid && made.Value is { } notified ? notified.PayFee(paid) : made;
    }

    private static bool IsKnown(string name) => name is "--act" or "--received" or "--half-day" or "--extended" or "--fee-notice" or "--fee-paid" or "--arrived" or "--json";

    private static DeadlineQuestion? Of(Dictionary<string, string> said)
    {
        LegalBasis? act = said.GetValueOrDefault("--act") switch { "3071" => LegalBasis.PetitionAct, "4982" => LegalBasis.InformationAct, _ => null };
        if (act is not { } basis || DayOf(said, "--received") is not { } received) return null;
        var (told, paid) = (DayOf(said, "--fee-notice"), DayOf(said, "--fee-paid"));
        if (told is null == said.ContainsKey("--fee-notice") || paid is null == said.ContainsKey("--fee-paid") || (paid is not null && told is null)) return null;
        var arrived = DayOf(said, "--arrived");
        if (arrived is null == said.ContainsKey("--arrived") || (arrived is not null && (arrived < received || basis != LegalBasis.InformationAct))) return null;
        if (said.TryGetValue("--half-day", out var half) && half is not ("0" or "1")) return null;
        return new(basis, received, half is null ? null : half is "1", said.ContainsKey("--extended"), said.ContainsKey("--json")) { FeeNoticeOn = told, FeePaidOn = paid, ArrivedOn = arrived };
    }

    private static DateOnly? DayOf(Dictionary<string, string> said, string name) =>
        DateOnly.TryParseExact(said.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Days.First && day <= Days.Last ? day : null;
}
