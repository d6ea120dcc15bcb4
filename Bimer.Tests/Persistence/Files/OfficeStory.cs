using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace Bimer.Tests.Persistence.Files;

/// <summary>
/// A data folder, a folder of programs with a stand-in for LibreOffice, and what their tests ask the machine. Programs must be installed;
/// the one thing in which machines may differ is whether a user may open namespaces. Where not, the product must refuse to draw, and each
/// test says that it saw the refusal.
/// </summary>
[SupportedOSPlatform("linux")]
public abstract class OfficeStory : IDisposable
{
    protected OfficeStory(ITestOutputHelper output)
    {
        DrawingPrograms.Demand();
        Output = output;
        Directory.CreateDirectory(Data["keys"]);
    }

    protected ITestOutputHelper Output { get; }

    protected AFolder Data { get; } = new();

    protected AFolder Programs { get; } = new();

    public void Dispose()
    {
        Data.Dispose();
        Programs.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task ExpectAsync(Outcome<Stream> drawn, int pages, params string[] left)
    {
        var apart = await MayBeApartAsync();
        Output.WriteLine(apart ? "This machine keeps a program apart: the document was drawn." : "This machine keeps no program apart: the document was refused.");
        if (apart)
        {
            await using var content = drawn.Value!;
            using var text = new StreamReader(content, Encoding.Latin1);
            (await text.ReadToEndAsync()).Should().Contain(FormattableString.Invariant($"/Count {pages} ")).And.NotContain(TellingFiles.Maker);
        }
        else drawn.Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Docx), "this machine keeps no program apart");

        Rooms().Should().BeEquivalentTo(left, "nothing else that was opened is left behind");
    }

    /// <summary>Stands in for LibreOffice, which takes its time: <c>answer n</c> makes a document of n pages that names its maker, as LibreOffice does.</summary>
    protected async Task StandInAsync(string acts)
    {
        for (var pages = 1; pages <= 2; pages++) await File.WriteAllBytesAsync(Programs[$"{pages}.pdf"], TellingFiles.Pdf(pages));
        await File.WriteAllTextAsync(Programs["office"], $$"""
            #!/bin/sh
            data={{Data.Path}} office={{Programs.Path}}
            while [ "$1" != --outdir ]; do shift; done
            out=$2 file=$3
            answer() { cp "$office/$1.pdf" "$out/belge.pdf"; exit 0; }
            {{acts}}
            exit 1

            """);
        File.SetUnixFileMode(Programs["office"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    protected async Task<Outcome<Stream>> DrawAsync(byte[] document, TimeSpan? time = null, string? folder = null)
    {
        var limits = new DrawingOptions { Office = Programs["office"], OfficeFolder = folder ?? Programs.Path };
        if (time is { } longest) limits.LongestTime = longest;
        using var drawing = new PageDrawing(Options.Create(limits), new DataFolder(Data.Path), TimeProvider.System, NullLogger<PageDrawing>.Instance);
        return await drawing.DrawAsync(AttachmentType.Docx, new MemoryStream(document), CancellationToken.None);
    }

    protected string[] Rooms() => Directory.Exists(Data["drawing"]) ? Directory.GetFileSystemEntries(Data["drawing"]) : [];

    protected static List<string> Running(string mark) =>
        [.. Process.GetProcesses().Select(process => WordsOf(process.Id)).Where(words => words.Contains(mark, StringComparison.Ordinal))];

    protected static string WordsOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Asked without the product: whether this machine gives a program users, a network, processes and a view of the disk of its own.</summary>
    protected static async Task<bool> MayBeApartAsync(params string[] who) => await ExitOfAsync(
        [.. who, "unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "--mount", "sh", "-c", "mount -t tmpfs own /mnt && mkdir /mnt/proc && mount -t proc own /mnt/proc"]) == 0;

    protected static async Task<int> ExitOfAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
