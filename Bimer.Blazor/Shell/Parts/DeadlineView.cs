namespace Bimer.Blazor.Shell.Parts;

/// <summary>The legal time of a case, ready to be read.</summary>
/// <param name="Tone">Calm, Near or Late; Plain for a case that is answered.</param>
/// <param name="Words">As decided for both laws: "18 gün kaldı", "Bugün son gün", "süresi 5 gün geçti".</param>
/// <param name="Detail">The other unit and the last day: "14 iş günü · son gün 11.12.2026 Cuma".</param>
public sealed record DeadlineView(Tone Tone, string Words, string? Detail = null);
