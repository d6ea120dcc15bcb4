using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Portal;

/// <summary>Section <c>Bimer:Gate</c>. Every limit includes its own value.</summary>
public sealed class GateOptions
{
    public const string Section = "Bimer:Gate";

    /// <summary>Below this the browser's work is none and the human check is off, which is for Development alone.</summary>
    public const int LeastProofBits = 10;

    /// <summary>A code that was not typed within this time is dead.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "00:10:00")] public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries per code, the right one included.</summary>
    [Range(1, 10)] public int CodeTries { get; set; } = 5;

    /// <summary>A visit with its draft is kept this long.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "3.00:00:00")] public TimeSpan VisitLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The stretch of time the four limits below are about.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")] public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Codes for one citizen number, or for one case number asked for.</summary>
    [Range(1, 1_000_000)] public int CodesPerNumber { get; set; } = 8;

    [Range(1, 1_000_000)] public int CodesPerPhone { get; set; } = 8;

    /// <summary>Codes asked for from one address; a public library has one for all its visitors.</summary>
    [Range(1, 1_000_000)] public int CodesPerDevice { get; set; } = 60;

    /// <summary>Codes altogether: what the operator is paid for at most.</summary>
    [Range(1, 100_000_000)] public int CodesInTotal { get; set; } = 20_000;

    /// <summary>Petitions one person may begin in a day without a new code; each code begins one more.</summary>
    [Range(1, 1_000_000)] public int FurtherPetitions { get; set; } = 20;

    /// <summary>How many leading zero bits the browser's proof of work must show: 18 take a phone about a second. 0 asks for none, in Development.</summary>
    [Range(0, 28)] public int ProofBits { get; set; } = 18;
}
