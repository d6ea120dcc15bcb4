using System.Text.Json.Serialization;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>Cases that were counted over the same days, and what the calendar makes of those days now.</summary>
internal sealed record SpanMove(DueSpan Span, StatutoryDeadline Deadline)
{
    public bool IsOther => !string.Equals(Span.Ledger, Deadline.Ledger, StringComparison.Ordinal) || Delta != 0;

    /// <summary>In ticks, which is how far each of their parts moves in its boxes. Zero where only the days tell of it.</summary>
    private long Delta => Deadline.EndsAt.UtcTicks - Span.DueEndsAt.UtcTicks;

    /// <summary>What people are told of it: the last day that became another, or where that stayed the legal one (4982 m.7). None where neither did.</summary>
    public (DateOnly Before, DateOnly After)? Told => Delta != 0 ? (Span.DueOn, Deadline.DueOn)
        : Span.LegalEnd is var legal && legal.EndsAt != Deadline.LegalEndsAt ? (legal.On, Deadline.LegalDueOn) : null;

    private DateOnly? NewLegal => Deadline.LegalDueOn == Deadline.DueOn ? null : Deadline.LegalDueOn;

    /// <param name="because">The day that was decided.</param>
    public SpanRow Row(DateOnly because) => new(
        Span.Ledger, (int)Span.Basis, Span.ReceivedOn, Span.DueOn, Span.DueEndsAt.UtcTicks, Deadline.Ledger, Deadline.DueOn, Deadline.EndsAt.UtcTicks, NewLegal, Delta, Told is null ? 0 : 1,
        Told is { } told ? new DueMove(told.Before, told.After, because, Span.Ledger).ToString() : "");
}

/// <summary>The same as a row a statement joins the cases with: the names are its columns.</summary>
internal sealed record SpanRow(
    [property: JsonPropertyName("days")] string Days,
    [property: JsonPropertyName("basis")] int Basis,
    [property: JsonPropertyName("received")] DateOnly Received,
    [property: JsonPropertyName("due")] DateOnly Due,
    [property: JsonPropertyName("ends")] long Ends,
    [property: JsonPropertyName("new_days")] string NewDays,
    [property: JsonPropertyName("new_due")] DateOnly NewDue,
    [property: JsonPropertyName("new_ends")] long NewEnds,
    [property: JsonPropertyName("new_legal")] DateOnly? NewLegal,
    [property: JsonPropertyName("delta")] long Delta,
    [property: JsonPropertyName("step")] int Step,
    [property: JsonPropertyName("told")] string Told);

[JsonSerializable(typeof(SpanRow[]))]
internal sealed partial class SpanRowJson : JsonSerializerContext;
