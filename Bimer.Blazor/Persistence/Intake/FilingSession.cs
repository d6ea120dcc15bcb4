using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>What a citizen came for.</summary>
public enum FilingPurpose
{
    /// <summary>başvuru yapmak</summary>
    Filing = 1,

    /// <summary>başvuru sorgulamak</summary>
    Tracking = 2,
}

/// <summary>How far the gate has been passed (S4).</summary>
public enum GateStage
{
    /// <summary>The form was sent; a code went to the given phone, whatever the form said.</summary>
    CodeSent = 1,

    /// <summary>The code was right and the register knew the person.</summary>
    Verified = 2,

    /// <summary>The code was right and the register did not; the same words as for a wrong code.</summary>
    Refused = 3,
}

/// <summary>
/// A citizen's visit: what they claimed, whether it was verified, and the draft they are writing, all sealed. Lives 24 hours.
/// </summary>
public sealed class FilingSession
{
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the cookie's random token.</summary>
    public byte[] TokenHash { get; init; } = [];

    public FilingPurpose Purpose { get; init; }

    public GateStage Stage { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>24 hours after the start, or when the visitor left; excluded.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>The claimed and then the verified identity, sealed.</summary>
    public byte[] SealedIdentity { get; set; } = [];

    /// <summary>Everything typed so far, sealed; none while untouched.</summary>
    public byte[]? SealedDraft { get; set; }

    public byte[]? CodeHash { get; set; }

    /// <summary>Excluded.</summary>
    public DateTimeOffset CodeEndsAt { get; set; }

    public int CodeTries { get; set; }

    /// <summary>The identity of the one petition this visit may file: sent twice it gives the same number.</summary>
    public CommandId Filing { get; set; }

    public CaseId? FiledCase { get; set; }

    /// <summary>The case a tracking visit asked for by number; none when it came without one.</summary>
    public CaseId? AskedCase { get; init; }

    /// <summary>Raised by every change.</summary>
    public int Version { get; set; }
}

/// <summary>A file uploaded into a draft, before its case or letter exists. Its bytes lie in the file vault under the same id.</summary>
public sealed class DraftFile
{
    public AttachmentId Id { get; init; }

    /// <summary>The citizen's visit it belongs to; none for a letter's file.</summary>
    public Guid? Visit { get; init; }

    /// <summary>The letter it belongs to; none for a citizen's file.</summary>
    public RoutingId? Reply { get; init; }

    /// <summary>What is being recorded at a desk; none for the others.</summary>
    public Guid? Intake { get; init; }

    /// <summary>What an officer's letter calls it; empty for an applicant's file, and <see cref="MailOriginal.LeftOut"/> for a mail's that the form goes without.</summary>
    public string Name { get; set; } = "";

    /// <summary>What an applicant calls it, sealed: whether they will hide is open until they file. None for a letter's file.</summary>
    public byte[]? SealedName { get; set; }

    public string ContentType { get; init; } = "";

    public long Length { get; init; }

    public byte[] Sha256 { get; init; } = [];

    public DateTimeOffset StoredAt { get; init; }
}

/// <summary>How often something was tried within a window; the key is a keyed hash, never a number or an address.</summary>
public sealed class ThrottleCounter
{
    public string Scope { get; init; } = "";

    public byte[] KeyHash { get; init; } = [];

    public DateTimeOffset WindowStart { get; init; }

    public int Count { get; set; }
}
