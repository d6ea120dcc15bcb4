using System.Globalization;
using System.Security.Cryptography;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>One line of an anchor file.</summary>
/// <param name="IsGenuine">False: the line was changed, or was not written by this installation.</param>
public sealed record AuditAnchor(string File, AuditHead Head, bool IsGenuine);

/// <summary>
/// The chain's head written outside the database, a file a day: the chain alone does not see that its end was cut off. To be worth
/// something against whoever owns this machine the files have to be copied elsewhere.
/// </summary>
public sealed class AuditAnchors(DataFolder folder, AuditChain chain)
{
    private string Folder => Path.Combine(folder.Root, "anchors");

    public bool IsThereFor(DateTimeOffset now) => File.Exists(FileOf(now));

    /// <summary>Adds a line to the day's file.</summary>
    public async Task WriteAsync(AuditHead head, DateTimeOffset now, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var line = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {head.Position} {Convert.ToHexStringLower(head.Hash)}");
        await File.AppendAllTextAsync(FileOf(now), $"{line} {Convert.ToHexStringLower(chain.AnchorMac(line))}\n", ct);
    }

    /// <summary>Every line of every file, oldest file first.</summary>
    public async Task<IReadOnlyList<AuditAnchor>> ReadAsync(CancellationToken ct)
    {
        var anchors = new List<AuditAnchor>();
        if (!Directory.Exists(Folder)) return anchors;
        foreach (var path in Directory.EnumerateFiles(Folder, "audit-*.txt").Order(StringComparer.Ordinal))
        {
            foreach (var line in await File.ReadAllLinesAsync(path, ct)) anchors.Add(Read(Path.GetFileName(path), line));
        }

        return anchors;
    }

    private AuditAnchor Read(string file, string line)
    {
        var words = line.Split(' ');
        if (words.Length != 4 || !long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position) || !IsHash(words[2]) || !IsHash(words[3]))
            return new AuditAnchor(file, AuditHead.Beginning, IsGenuine: false);

        var genuine = CryptographicOperations.FixedTimeEquals(chain.AnchorMac(string.Join(' ', words[..3])), Convert.FromHexString(words[3]));
        return new AuditAnchor(file, new AuditHead(position, Convert.FromHexString(words[2])), genuine);
    }

    private static bool IsHash(string word) => word.Length == 64 && word.All(char.IsAsciiHexDigit);

    private string FileOf(DateTimeOffset now) =>
        Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"audit-{IstanbulTime.LegalDay(now):yyyy-MM-dd}.txt"));
}
