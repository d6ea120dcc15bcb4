using Bimer.Domain.Cases;

namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>The file has no content.</summary>
    public sealed record AttachmentEmpty : Refusal;

    /// <summary>The file is larger than one file may be.</summary>
    /// <param name="LimitBytes">The most a file may have, inclusive.</param>
    public sealed record AttachmentTooLarge(long LimitBytes) : Refusal;

    /// <summary>The case would hold more files than it may.</summary>
    /// <param name="Limit">The most files, inclusive.</param>
    public sealed record TooManyAttachments(int Limit) : Refusal;

    /// <summary>The files of the case would be larger together than they may.</summary>
    /// <param name="LimitBytes">The most they may have together, inclusive.</param>
    public sealed record AttachmentsTooLargeTogether(long LimitBytes) : Refusal;

    /// <summary>The name ends in an extension that is not on the list.</summary>
    /// <param name="Extension">Without its dot; empty when the name has none.</param>
    public sealed record AttachmentTypeNotAllowed(string Extension) : Refusal;

    /// <summary>The content is not what the name says.</summary>
    /// <param name="Claimed">The kind of the extension.</param>
    /// <param name="Detected">The kind of the content; null when it is none on the list.</param>
    public sealed record AttachmentIsSomethingElse(AttachmentType Claimed, AttachmentType? Detected) : Refusal;

    /// <summary>The content begins like its kind but cannot be read to the end.</summary>
    public sealed record AttachmentDamaged(AttachmentType Type) : Refusal;

    /// <summary>The document carries macros.</summary>
    public sealed record AttachmentHasMacros(AttachmentType Type) : Refusal;

    /// <summary>The document is locked with a password.</summary>
    public sealed record AttachmentEncrypted(AttachmentType Type) : Refusal;

    /// <summary>A second file hides behind or inside the first: two programs would see two different things.</summary>
    public sealed record AttachmentHidesAnotherFile(AttachmentType Type) : Refusal;

    /// <summary>The document would unpack to more than its limit allows (a "zip bomb").</summary>
    /// <param name="Limit">Which limit was crossed.</param>
    /// <param name="Allowed">The most it allows, inclusive: bytes, entries, levels, or times the packed size.</param>
    public sealed record AttachmentUnpacksTooFar(UnpackingLimit Limit, long Allowed) : Refusal;

    /// <summary>The picture has more pixels than may be decoded.</summary>
    public sealed record AttachmentHasTooManyPixels(long Width, long Height, long LimitPixels) : Refusal;

    /// <summary>Of a hidden applicant's file only a drawn copy is handed out, and none can be made: the kind, its length, or this machine's tools.</summary>
    public sealed record AttachmentNotDrawn(AttachmentType Type) : Refusal;

    /// <summary>Who sends this sound or film asked to stay hidden, and what it says about its maker cannot be taken out: nobody could open it.</summary>
    public sealed record AttachmentTellsOfSender(AttachmentType Type) : Refusal;

    /// <summary>The virus scanner has not answered for it yet (taranıyor); whoever sent it may open it.</summary>
    public sealed record AttachmentBeingScanned : Refusal;

    /// <summary>The virus scanner found something in it (zararlı): nobody opens it any more.</summary>
    public sealed record AttachmentHarmful : Refusal;

    /// <summary>The text holds bytes that are neither UTF-8 nor Windows-1254 letters.</summary>
    public sealed record AttachmentIsNotText : Refusal;
}

/// <summary>What bounds the unpacking of a document.</summary>
public enum UnpackingLimit
{
    /// <summary>Bytes of all entries together.</summary>
    Bytes = 1,

    /// <summary>Number of entries.</summary>
    Entries = 2,

    /// <summary>Unpacked size as a multiple of the packed one.</summary>
    Ratio = 3,

    /// <summary>Archives within archives.</summary>
    Depth = 4,
}
