using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Persistence.Files;

/// <summary>A paper as PDF by Chromium itself, in its room. On a machine that keeps no program apart it must not be started at all.</summary>
[SupportedOSPlatform("linux")]
public sealed class PagePrintingTests(ITestOutputHelper output) : OfficeStory(output)
{
    [Fact]
    public async Task Scanners_read_both_codes_of_a_report_and_every_page_says_which_it_is()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);

        var printed = await story.Office.PrintAsync(story.Writer, story.Routing.CaseId, asFile: true);

        if (!await MayBeApartAsync())
        {
            printed.Refusal.Should().Be(new Refusal.PdfNotMade());
            return;
        }

        var paper = printed.Value!;
        await File.WriteAllBytesAsync(Data["rapor.pdf"], paper.File!);
        (await SaidAsync("pdftotext", "-layout", Data["rapor.pdf"], "-")).Should().Contain("Başvuru Raporu").And.MatchRegex(@"\d{4}-\d{7}-\d · " + paper.Code).And.MatchRegex(@"1 ?/ ?\d");
        await SaidAsync("pdftoppm", "-r", "150", "-png", Data["rapor.pdf"], Data["sayfa"]);
        var read = await SaidAsync("zbarimg", ["-q", .. Directory.GetFiles(Data.Path, "sayfa*.png")]);
        read.Split('\n').Should().Contain("CODE-128:" + paper.Code.Value).And.Contain($"QR-Code:{PrintStories.Desk.Site}/dogrula?kod={paper.Code.Value}");
    }

    [Fact]
    public async Task A_page_sees_no_file_of_ours_and_no_network()
    {
        await File.WriteAllTextAsync(Data["gizli.txt"], "kanarya");
        var page = $"<!DOCTYPE html><meta charset=utf-8><p>kağıt</p><iframe src=\"file://{Data["gizli.txt"]}\"></iframe><iframe src=\"file:///etc/passwd\"></iframe>";

        var made = await PrintAsync(new PrintingOptions(), page);

        if (await MayBeApartAsync())
        {
            await File.WriteAllBytesAsync(Data["kagit.pdf"], made.Value!);
            (await SaidAsync("pdftotext", Data["kagit.pdf"], "-")).Should().Contain("kağıt").And.NotContain("kanarya").And.NotContain("root:");
        }
        else made.Refusal.Should().Be(new Refusal.PdfNotMade());

        Rooms().Should().BeEmpty();
    }

    [Fact]
    public async Task A_machine_without_the_browser_and_a_browser_without_end_are_told()
    {
        await File.WriteAllTextAsync(Programs["browser"], "#!/bin/sh\nsleep 60\n");
        File.SetUnixFileMode(Programs["browser"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        (await PrintAsync(new PrintingOptions { Browser = Programs["missing"] }, "")).Refusal.Should().Be(new Refusal.PdfNotMade());
        (await PrintAsync(new PrintingOptions { Browser = Programs["browser"], BrowserFolder = Programs.Path, LongestTime = TimeSpan.FromSeconds(1) }, "")).Refusal.Should().Be(new Refusal.PdfNotMade());
        Rooms().Should().BeEmpty();
    }

    private async Task<Outcome<byte[]>> PrintAsync(PrintingOptions options, string page)
    {
        using var printing = new PagePrinting(Options.Create(options), new DataFolder(Data.Path), TimeProvider.System, NullLogger<PagePrinting>.Instance);
        return await printing.PrintAsync(page, CancellationToken.None);
    }

    private static async Task<string> SaidAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }
}
