using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>What the addresses of drafts have in common: how a refusal is answered, and how a file says its name.</summary>
internal static class DraftAnswers
{
    /// <summary>The file's name, percent-encoded. In a header: addresses are written down by every server on the way, and files are called after people.</summary>
    internal const string FileName = "X-Dosya-Adi";

    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.SignedOut => StatusCodes.Status401Unauthorized,
        Refusal.NotFound or Refusal.NotYourTemplate => StatusCodes.Status404NotFound,
        Refusal.DraftChanged => StatusCodes.Status409Conflict,
        Refusal.FormattedTextTooLong or Refusal.AttachmentTooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.Busy => StatusCodes.Status503ServiceUnavailable,
        Refusal.NotStored => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
