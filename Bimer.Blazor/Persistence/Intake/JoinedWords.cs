using System.Globalization;
using System.Text;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>What a mail that joins a case says, as a text file: subject, words, and which of its files were not taken. Nothing is left away because it is believed to lie elsewhere.</summary>
public sealed class JoinedWords(DraftFileNames names, FileVault vault)
{
    private const string Name = "e-posta-metni.txt";
    // In Turkish whoever joins it: it is a paper of the case, not a screen.
    private const string NotTaken = "Alınmayan dosyalar:";
    private const string Cut = "[Metin burada kesildi; devamı e-posta kutusundaki iletidedir.]";

    /// <summary>The file that came into being with a long mail and holds all its words; told by what it says, for a file may be called anything.</summary>
    internal async Task<DraftFile?> WholeAmongAsync(ReceivedMail mail, MailContent content, IEnumerable<DraftFile> files, CancellationToken ct)
    {
        if (content.Text.Length <= PetitionText.MaxCharacters) return null;
        var text = Encoding.UTF8.GetBytes(content.Text);
        foreach (var file in files.Where(f => f.StoredAt <= mail.TakenAt && f.Length >= text.Length && string.Equals(f.ContentType, AttachmentType.Text.MediaType(), StringComparison.Ordinal)))
        {
            await using var stored = await vault.OpenAsync(new StoredFileId(file.Id.Value), ct);
            var head = new byte[text.Length];
            if (await stored.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct) == head.Length && head.AsSpan().SequenceEqual(text)) return file;
        }

        return null;
    }

    /// <param name="hasWhole">All the words lie in a file of their own already.</param>
    /// <param name="isHidden">What the files are called is not told.</param>
    /// <returns>No file where there is nothing to say.</returns>
    internal async Task<Outcome<IReadOnlyList<DraftFile>>> OfAsync(MailContent content, bool hasWhole, bool isHidden, CancellationToken ct)
    {
        string[] parts = [content.Subject, .. hasWhole ? [] : new[] { content.Text, content.IsCut ? Cut : "" }, RefusedOf(content, isHidden)];
        var said = string.Join("\n\n", parts.Where(part => part.Length > 0));
        if (said.Length == 0) return Outcome<IReadOnlyList<DraftFile>>.FromT([]);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(said), writable: false);
        var stored = await vault.StoreAsync(bytes, bytes.Length, ct);
        if (stored.Value is not { } file) return stored.Refusal!;
        var id = new AttachmentId(file.Id.Value);
        return Outcome<IReadOnlyList<DraftFile>>.FromT([new DraftFile { Id = id, SealedName = names.Seal(id, Name), ContentType = AttachmentType.Text.MediaType(), Length = file.Length, Sha256 = file.Sha256 }]);
    }

    /// <summary>
    /// The applicant was hidden after it joined: what they called the files that were not taken goes out of the text, and their number stays. To be asked
    /// while the papers still have their names.
    /// </summary>
    internal async Task ForgetNamesAsync(BimerDbContext db, CaseId id, CancellationToken ct)
    {
        foreach (var paper in await db.Attachments.Where(a => a.CaseId == id && a.Reply == null && a.Name == Name).ToListAsync(ct))
        {
            using var reader = new StreamReader(await vault.OpenAsync(new StoredFileId(paper.Id.Value), ct), Encoding.UTF8);
            var said = await reader.ReadToEndAsync(ct);
            var at = said.LastIndexOf(NotTaken + "\n- ", StringComparison.Ordinal);
            if (at < 0 || (at > 0 && said[at - 1] != '\n')) continue;
            var refused = said[at..].Split('\n').Length - 1;
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(said[..at] + Counted(refused)), writable: false);
            var stored = await vault.StoreAsync(bytes, bytes.Length, ct);
            if (stored.Value is not { } file) continue;   // a full disk keeps nobody from hiding
            db.Remove(paper);   // its bytes go with the files nobody claims
            db.Add(new Attachment(new AttachmentId(file.Id.Value), id, null, paper.Ordinal, new AttachmentFacts(AttachmentName.Neutral(paper.Ordinal, AttachmentType.Text), paper.ContentType, file.Length, file.Sha256)));
        }
    }

    private static string Counted(int files) => string.Create(CultureInfo.InvariantCulture, $"{NotTaken} {files}");

    private static string RefusedOf(MailContent content, bool isHidden) =>
        content.Refused.Count == 0 ? ""
        : isHidden ? Counted(content.Refused.Count)
        : string.Join('\n', content.Refused.Select(file => "- " + file.Name).Prepend(NotTaken));
}
