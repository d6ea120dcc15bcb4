using System.Globalization;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>
/// Numbered files that appear whole or not at all. The number is the order; threads and processes on one folder take turns
/// by a claim file that only one of them can create.
/// </summary>
internal sealed class CaptureFolder(string path, string extension)
{
    public async Task AddAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        Directory.CreateDirectory(path);
        var unfinished = Path.Combine(path, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }
            // Counting on past a claim that a killed process left behind costs one number.
            var number = NumbersNewestFirst().FirstOrDefault() + 1;
            while (!TryMove(unfinished, number)) number++;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public IEnumerable<long> NumbersNewestFirst() =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, $"*{extension}").Select(NumberOf).Where(number => number > 0).OrderDescending()
            : [];

    /// <summary>Null: there is no such number.</summary>
    public async Task<CapturedFile?> ReadAsync(long number, CancellationToken ct)
    {
        var file = FileOf(number);
        if (!File.Exists(file)) return null;
        return new CapturedFile(number, new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero), await File.ReadAllBytesAsync(file, ct));
    }

    /// <summary>The claim is needed because File.Move without overwriting looks first and renames then: two can look at once.</summary>
    private bool TryMove(string unfinished, long number)
    {
        using var claim = TryClaim(number);
        if (claim is null || File.Exists(FileOf(number))) return false;

        File.Move(unfinished, FileOf(number), overwrite: false);
        return true;
    }

    private FileStream? TryClaim(long number)
    {
        var claim = FileOf(number) + ".claim";
        try
        {
            return new FileStream(claim, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(claim) || File.Exists(FileOf(number)))
        {
            return null;
        }
    }

    private string FileOf(long number) => Path.Combine(path, number.ToString("D10", CultureInfo.InvariantCulture) + extension);

    private static long NumberOf(string file) =>
        long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>One captured file and when it was written.</summary>
internal sealed record CapturedFile(long Number, DateTimeOffset At, byte[] Content);
