using System.Text;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Makes a PDF of a page of ours by Chromium (PDF çıktısı). The page holds a citizen's words, so the browser gets it as the only file of a
/// room without network, without our folders and without any other page; what it needs stands in the page itself.
/// </summary>
public sealed class PagePrinting(IOptions<PrintingOptions> options, DataFolder folder, TimeProvider clock, ILogger<PagePrinting> log) : IDisposable
{
    // In the room's own memory, which ends with the room also where this process is killed: no page and no paper of ours is ever a file on the disk.
    private const string Page = "/tmp/sayfa.html";
    private const string Made = "/tmp/sayfa.pdf";

    /// <summary>The page comes by the input. What is made comes by the output: lying in the room it could be a link. Whatever the program says goes the other way.</summary>
    private const string Answer = $"cat > {Page} && \"$@\" >&2 < /dev/null && exec cat {Made}";

    private readonly PrintingOptions _options = options.Value;
    private readonly SemaphoreSlim _turns = new(options.Value.AtOnce);
    private readonly string _rooms = Path.Combine(folder.Root, "drawing");

    /// <summary>The program is on this machine; whether it may be kept apart shows when it is started.</summary>
    public bool IsThere => File.Exists(_options.Browser);

    /// <param name="page">A whole page that asks for nothing else.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Outcome<byte[]>> PrintAsync(string page, CancellationToken ct)
    {
        if (!IsThere) return new Refusal.PdfNotMade();
        await _turns.WaitAsync(ct);
        try
        {
            return await PrintInRoomAsync(page, ct) is { Length: > 0 } pdf ? pdf : new Refusal.PdfNotMade();
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<byte[]?> PrintInRoomAsync(string page, CancellationToken ct)
    {
        RoomApart.RemoveForgotten(_rooms, clock, log);
        using var room = RoomApart.Make(Path.Combine(_rooms, Guid.NewGuid().ToString("N")), _options.BrowserFolder, log, RoomBounds.Browser);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(page));
        var limits = new DrawingOptions { LongestTime = _options.LongestTime, MemoryMegabytes = _options.MemoryMegabytes };
        return await new LimitedProcess(limits).RunAsync("sh", Words, input, ct, room);
    }

    // Its own sandbox wants rights that nobody has in the room; the room is the sandbox.
    private string[] Words =>
    [
        "-c", Answer, "sh", _options.Browser,
        "--headless", "--no-sandbox", "--disable-gpu", "--no-zygote", "--disable-dev-shm-usage", "--disable-breakpad", "--disable-crash-reporter",
        "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync", "--disable-component-update",
        $"--user-data-dir={RoomApart.Inside}/profil", "--no-pdf-header-footer", $"--print-to-pdf={Made}", $"file://{Page}",
    ];
}
