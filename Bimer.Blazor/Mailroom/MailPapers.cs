using System.Text;
using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Mailroom;

/// <summary>What is kept of a mail, and the rows of its files.</summary>
internal sealed record TakenPapers(MailContent Content, IReadOnlyList<DraftFile> Files);

/// <summary>Lays out a mail for the desk: its text as plain words, its files through the same inspection as a citizen's upload.</summary>
public sealed class MailPapers(AttachmentIntake intake, DraftFileNames names, FileVault vault)
{
    /// <summary>What is shown and put into the form; a petition has 6,000.</summary>
    internal const int LongestText = 30_000;

    /// <summary>Of a mail nobody can read; what is larger lies in its mailbox alone.</summary>
    private const long LargestKept = 512L * 1024 * 1024;

    private const int LongestLine = 500;
    private const string WholeText = "e-posta-metni.txt";

    /// <returns>None where the store is full: the mail stays in its mailbox, whole.</returns>
    internal async Task<TakenPapers?> TakeAsync(ReceivedMail mail, ArrivedMail arrived, CancellationToken ct)
    {
        if (arrived.Read.Value is not { } message) return await KeepWholeAsync(mail, arrived, ct);
        var text = ForwardedWords.Join(message.Texts, PlainOf);
        IEnumerable<MimeFile> papers = text.Length > PetitionText.MaxCharacters ? [new MimeFile(WholeText, "text/plain", Encoding.UTF8.GetBytes(ForwardedMail.WithoutWriters(text))), .. message.Files] : message.Files;
        List<RefusedFile> refused = [];
        if (await TakeFilesAsync(mail, papers, refused, ct) is not { } files) return null;
        if (refused.Count > 0 && !await KeepBesideAsync(mail, arrived, files, ct)) return null;
        var content = new MailContent
        {
            FromName = Short(message.From.Name), FromAddress = Short(message.From.Address), Subject = Short(message.Subject),
            Text = Cut(text, LongestText), IsCut = text.Length > LongestText, Refused = refused, Digest = MailWords.DigestOf(message),
        };
        return new TakenPapers(content, files);
    }

    /// <summary>What our reader cannot take apart somebody else's may: nothing is lost because of us.</summary>
    private async Task<TakenPapers?> KeepWholeAsync(ReceivedMail mail, ArrivedMail arrived, CancellationToken ct)
    {
        var content = arrived.Read.Refusal is Refusal.MailUnreadable(var flaw, var limit) ? new MailContent { Flaw = flaw, FlawLimit = limit } : new MailContent();
        await using var bytes = arrived.Open();
        var stored = await vault.StoreAsync(bytes, LargestKept, ct);
        if (stored.Refusal is Refusal.NotStored) return null;
        return new TakenPapers(content, stored.Value is { } whole ? [RowOf(mail, whole, MailOriginal.Name, MailOriginal.MediaType)] : []);
    }

    /// <summary>A file that is not taken is named only: the mail it came in is kept whole beside the others, so that it can still be had.</summary>
    private async Task<bool> KeepBesideAsync(ReceivedMail mail, ArrivedMail arrived, List<DraftFile> files, CancellationToken ct)
    {
        await using var bytes = arrived.Open();
        var stored = await vault.StoreAsync(bytes, LargestKept, ct);
        if (stored.Value is { } whole) files.Add(RowOf(mail, whole, MailOriginal.Name, MailOriginal.MediaType));
        if (stored.Refusal is not Refusal.NotStored) return true;
        Drop(files);
        return false;
    }

    /// <summary>Files of a mail that turned out to be known.</summary>
    internal void Drop(IEnumerable<DraftFile> files)
    {
        foreach (var file in files) vault.Delete(new StoredFileId(file.Id.Value));
    }

    private async Task<List<DraftFile>?> TakeFilesAsync(ReceivedMail mail, IEnumerable<MimeFile> papers, List<RefusedFile> refused, CancellationToken ct)
    {
        List<DraftFile> files = [];
        foreach (var paper in papers)
        {
            var name = NameOf(paper);
            var why = intake.RoomFor(files.Count, files.Sum(f => f.Length), paper.Content.Length);
            var taken = why is null ? await intake.TakeAsync(name, new MemoryStream(paper.Content, writable: false), keepOriginal: false, ct) : Outcome<TakenAttachment>.FromRefusal(why);
            if (taken.Value is { } file) files.Add(RowOf(mail, file.Served, file.DisplayName, file.Type.MediaType()));
            else if (taken.Refusal is Refusal.NotStored or Refusal.Busy)
            {
                Drop(files);
                return null;
            }
            else refused.Add(new RefusedFile(AttachmentName.Shown(name), taken.Refusal!.GetType().Name));
        }

        return files;
    }

    private DraftFile RowOf(ReceivedMail mail, StoredFile file, string name, string mediaType)
    {
        var id = new AttachmentId(file.Id.Value);
        return new DraftFile
        {
            Id = id, Intake = mail.Id, SealedName = names.Seal(id, name), ContentType = mediaType, Length = file.Length, Sha256 = file.Sha256, StoredAt = mail.TakenAt,
        };
    }

    // A paper without a name is called after what it says it is; the inspection decides.
    private static string NameOf(MimeFile paper) => paper.Name.Length > 0 ? Short(paper.Name)
        : paper.Type is "text/plain" ? WholeText : "Ek." + paper.Type[(paper.Type.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string PlainOf(MimeText text) => (text.IsHtml ? SafeHtml.PlainTextOf(text.Text) : text.Text).Trim();

    private static string Short(string line) => Cut(line, LongestLine);

    // Never through a pair of surrogates: half a letter can be stored nowhere.
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
