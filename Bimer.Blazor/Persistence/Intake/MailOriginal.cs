namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// A mail our reader could not take apart, or of which a file was not taken, byte for byte as it came (e-postanın aslı). It lies among the files of its mail and is none of its papers:
/// it is never a case's attachment, counts towards no limit, and goes once the mail is a case.
/// </summary>
internal static class MailOriginal
{
    /// <summary>No upload has it: it is on no list of what may be attached.</summary>
    public const string MediaType = "message/rfc822";

    /// <summary>Whoever it is from, it is called so.</summary>
    public const string Name = "e-posta.eml";

    /// <summary>
    /// In the place of a name, of a mail's own file that an officer took out of the form: a second petition of the mail may need it. It goes once the
    /// mail is a case, and is back when the mail comes to a desk anew.
    /// </summary>
    public const string LeftOut = "left-out";

    extension(IQueryable<DraftFile> files)
    {
        /// <summary>What goes into the case: what came with a mail or was laid beside it, without the mail itself and what was left out.</summary>
        public IQueryable<DraftFile> Papers() => files.Where(f => f.ContentType != MediaType && f.Name != LeftOut);

        /// <summary>What goes with the mail once it is a case.</summary>
        public IQueryable<DraftFile> BesidesPapersOf(Guid mail) => files.Where(f => f.Intake == mail && (f.ContentType == MediaType || f.Name == LeftOut));

        public IQueryable<DraftFile> OriginalOf(Guid mail) => files.Where(f => f.Intake == mail && f.ContentType == MediaType);
    }
}
