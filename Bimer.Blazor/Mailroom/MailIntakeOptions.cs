using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Mailroom;

/// <summary>Section <c>Bimer:MailIntake</c>.</summary>
public sealed class MailIntakeOptions
{
    public const string Section = "Bimer:MailIntake";

    /// <summary>
    /// The folder whose folders are mailboxes, each named by the DETSİS number of the unit it belongs to. Empty: no mail is read, unless
    /// mail is simulated; then it is <c>captured/gelen</c> in the data folder.
    /// </summary>
    public string Folder { get; set; } = "";

    /// <summary>The mailbox of <c>Bimer:Outbox:BounceDomain</c> on the disk, a maildir or a drop folder: what came back is read there. Empty: nothing is read.</summary>
    public string BounceFolder { get; set; } = "";

    /// <summary>Bytes of one mail, attachments encoded; a larger one is shown as unread.</summary>
    [Range(64 * 1024, 512 * 1024 * 1024)] public long LargestMail { get; set; } = 70 * 1024 * 1024;

    /// <summary>How many mails one round takes of one mailbox; the next round goes on. Those that cannot be taken do not count.</summary>
    [Range(1, 10_000)] public int AtOnce { get; set; } = 100;
}
