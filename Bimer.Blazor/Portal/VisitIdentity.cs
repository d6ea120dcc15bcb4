using System.Text.Json.Serialization;
using Bimer.Domain.Applicants;

namespace Bimer.Blazor.Portal;

/// <summary>
/// Who a visitor says they are and, once verified, is. Sealed wherever it lies; <see cref="ToString"/> tells nothing.
/// </summary>
public sealed record VisitIdentity
{
    /// <summary>E.164; the phone the code went to.</summary>
    public required string Mobile { get; init; }

    /// <summary>None while somebody asks for a case by its number alone.</summary>
    public string? NationalId { get; init; }

    public string GivenName { get; init; } = "";

    public string Surname { get; init; } = "";

    /// <summary>The asked letters, until they were compared.</summary>
    public LettersGiven? Letters { get; init; }

    public string? RegisterAddress { get; init; }

    public override string ToString() => nameof(VisitIdentity);
}

/// <summary>Two letters of the mother's maiden name and the places they were asked at.</summary>
public sealed record LettersGiven(int FirstPlace, int SecondPlace, string First, string Second)
{
    /// <summary>Well-formed, because it was checked before it was sealed.</summary>
    public MaidenNameHint ToHint() => MaidenNameHint.Answer(MaidenNameChallenge.Restore(FirstPlace, SecondPlace), First, Second).Value
        ?? throw new InvalidOperationException("Letters were sealed without a check.");

    public override string ToString() => nameof(LettersGiven);
}

[JsonSerializable(typeof(VisitIdentity))]
[JsonSerializable(typeof(FilingDraft))]
internal sealed partial class VisitJson : JsonSerializerContext;
