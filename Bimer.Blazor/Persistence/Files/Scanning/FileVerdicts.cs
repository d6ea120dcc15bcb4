using System.Text;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Persistence.Files.Scanning;

/// <summary>
/// What the scanner said of each file, lying beside it in the store: what has no verdict is to be scanned, whatever stopped the program and whichever database knows
/// the file (decision 0120).
/// </summary>
public sealed class FileVerdicts(FileVault vault, IScanner scanner)
{
    private const string Clean = "temiz";
    private const string Harmful = "zararli";

    public FileState StateOf(AttachmentId file) => StateOf(new StoredFileId(file.Value));

    public FileState StateOf(StoredFileId file) => KeptOf(file) ?? (scanner.IsThere ? FileState.Scanning : FileState.NotScanned);

    /// <summary>All files of the store that are to be scanned.</summary>
    internal IReadOnlyList<StoredFileId> Missing() => [.. vault.Shelved().Where(file => KeptOf(file) is null)];

    // The two known words with their line's end, and nothing else: a torn or empty verdict is none, and the file is scanned again.
    private FileState? KeptOf(StoredFileId file) => vault.VerdictOf(file) switch
    {
        { } said when said.StartsWith(Clean + "\n", StringComparison.Ordinal) => FileState.Clean,
        { } said when said.StartsWith(Harmful + "\n", StringComparison.Ordinal) => FileState.Harmful,
        _ => null,
    };

    /// <summary>Why it is not handed out; none where it is.</summary>
    /// <param name="isOwn">Asked by whoever sent it: what harms they do not get either.</param>
    public Refusal? WhyNotOpen(AttachmentId file, bool isOwn = false) => StateOf(file) switch
    {
        FileState.Harmful => new Refusal.AttachmentHarmful(),
        FileState.Scanning when !isOwn => new Refusal.AttachmentBeingScanned(),
        _ => null,
    };

    /// <summary>Keeps an answer; the later one counts. A file that is gone by then gets none.</summary>
    internal void Keep(StoredFileId file, ScanAnswer answer, DateTimeOffset at) =>
        vault.KeepVerdict(file, $"{(answer.IsHarmful ? Harmful : Clean)}\n{at.UtcDateTime:O}\n{PlainNameOf(answer.Found)}\n");

    private static string PlainNameOf(string found) => new StringBuilder().AppendJoin("", found.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' or '/').Take(120)).ToString();
}
