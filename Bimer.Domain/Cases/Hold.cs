using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>What the holder says when a part is put on hold (beklemeye alma, S34).</summary>
/// <param name="Explanation">For the citizen, who reads it while it waits; at most <see cref="Hold.LongestExplanation"/> UTF-16 units.</param>
/// <param name="Reason">For the office (sebep); at most <see cref="CaseFile.LongestNote"/> UTF-16 units.</param>
/// <param name="ExpectedOn">The day until which it will probably last (beklenen bitiş); promises nothing.</param>
/// <param name="RemindOn">The day on which the holder wants to be reminded; none for no reminder.</param>
public sealed record HoldTerms(string Explanation, string Reason, DateOnly ExpectedOn, DateOnly? RemindOn);

/// <summary>One time a part was on hold (bekleme, S34–S35). It never stops the legal clock.</summary>
public sealed class Hold
{
    /// <summary>Longest explanation for the citizen, in UTF-16 units.</summary>
    public const int LongestExplanation = 1_000;

    /// <summary>The furthest end somebody may expect, in days from today, included.</summary>
    public const int LongestDays = 366;

    private Hold() { }

    internal Hold(Routing routing, int sequence, HoldTerms terms, UserId by, DateTimeOffset since)
    {
        CaseId = routing.CaseId;
        Routing = routing.Id;
        Sequence = sequence;
        (Explanation, Reason, ExpectedOn, RemindOn) = (terms.Explanation.Trim(), terms.Reason.Trim(), terms.ExpectedOn, terms.RemindOn);
        Before = routing.State;
        By = by;
        Since = since;
    }

    public CaseId CaseId { get; private set; }

    public RoutingId Routing { get; private set; }

    /// <summary>The movement that tells of it.</summary>
    public int Sequence { get; private set; }

    public string Explanation { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateOnly ExpectedOn { get; private set; }

    public DateOnly? RemindOn { get; private set; }

    /// <summary>What the part was before; it is that again when the hold ends.</summary>
    public RoutingState Before { get; private set; }

    public UserId By { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public HoldTerms Terms => new(Explanation, Reason, ExpectedOn, RemindOn);

    internal void End(DateTimeOffset now) => EndedAt = now;

    /// <summary>The same hold under new words keeps what was before it.</summary>
    internal Hold Following(RoutingState before)
    {
        Before = before;
        return this;
    }
}
