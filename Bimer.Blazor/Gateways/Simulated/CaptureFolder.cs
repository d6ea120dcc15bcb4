using System.Globalization;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>
/// Numbered files that appear whole or not at all. The number is the order; two processes on one folder take turns because
/// moving onto an existing name fails.
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
            while (!TryMove(unfinished, NumbersNewestFirst().FirstOrDefault() + 1)) ct.ThrowIfCancellationRequested();
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

    private bool TryMove(string unfinished, long number)
    {
        try
        {
            File.Move(unfinished, FileOf(number), overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(FileOf(number)))
        {
            return false;
        }
    }

    private string FileOf(long number) => Path.Combine(path, number.ToString("D10", CultureInfo.InvariantCulture) + extension);

    private static long NumberOf(string file) =>
        long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>One captured file and when it was written.</summary>
internal sealed record CapturedFile(long Number, DateTimeOffset At, byte[] Content);
