using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell;

public sealed partial class CaseWords
{
    /// <summary>The day a sender asked for (iç süre), told beside the legal time: "iç süre 27.11.2026", "iç süre: 2 gün kaldı", "iç süre bugün doluyor", "iç süre 3 gün geçti".</summary>
    public DeadlineView Wanted(WantedTime wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var (tone, said) = wanted.State switch
        {
            DeadlineState.Late => (Tone.Late, words.Counted("WantedLate", -wanted.DaysLeft)),
            DeadlineState.LastDay => (Tone.Near, words["WantedToday"].Value),
            DeadlineState.Near => (Tone.Near, words.Counted("WantedNear", wanted.DaysLeft)),
            _ => (Tone.Calm, WantedOn(wanted.On)),
        };
        return new(tone, said, words["WantedDetail", Full(wanted.On)]);
    }

    /// <summary>The same day in the history and on paper, where nothing of it runs any more: "iç süre 27.11.2026".</summary>
    public string WantedOn(DateOnly day) => words["WantedOn", Moments.Day(day)];
}
