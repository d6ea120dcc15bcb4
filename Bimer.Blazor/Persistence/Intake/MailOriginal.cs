namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// A mail our reader could not take apart, byte for byte as it came (e-postanın aslı). It lies among the files of its mail and is none of its papers:
/// it is never a case's attachment, counts towards no limit, and goes once the mail is a case.
/// </summary>
internal static class MailOriginal
{
    /// <summary>No upload has it: it is on no list of what may be attached.</summary>
    public const string MediaType = "message/rfc822";

    /// <summary>Whoever it is from, it is called so.</summary>
    public const string Name = "e-posta.eml";

    extension(IQueryable<DraftFile> files)
    {
        /// <summary>What came with a mail or was laid beside it, without the mail itself.</summary>
        public IQueryable<DraftFile> WithoutOriginal() => files.Where(f => f.ContentType != MediaType);

        public IQueryable<DraftFile> OriginalOf(Guid mail) => files.Where(f => f.Intake == mail && f.ContentType == MediaType);
    }
}
