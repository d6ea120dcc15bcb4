using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

/// <summary>What people get of a hidden applicant's files: what can be seen and heard, and nothing else (G9).</summary>
public sealed class HiddenCopiesTests : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_becomes_pictures_of_its_pages_and_nothing_of_its_maker_is_left()
    {
        var copy = (await CopyAsync(AttachmentType.Pdf, TellingFiles.Pdf(pages: 2))).Value!;

        copy.Type.Should().Be(AttachmentType.Pdf);
        var bytes = await BytesAsync(copy);
        var text = Encoding.Latin1.GetString(bytes);
        text.Should().StartWith("%PDF-1.4").And.Contain("/Count 2").And.Contain("/DCTDecode");
        text.Should().NotContain(TellingFiles.Maker).And.NotContain("/JavaScript").And.NotContain("/Info").And.NotContain("/Author");
        (await BytesAsync((await CopyAsync(AttachmentType.Pdf, bytes)).Value!)).Should().NotBeEmpty("it is a document that any reader opens");
        (await BytesAsync((await CopyAsync(AttachmentType.Pdf, TellingFiles.Pdf(pages: 2))).Value!)).Should().Equal(bytes, "nothing in it says when it was drawn");
    }

    [Fact]
    public async Task A_document_of_too_many_pages_a_broken_one_and_a_kind_nobody_draws_stay_where_they_are()
    {
        var few = new DrawingOptions { MostPages = 2 };

        (await CopyAsync(AttachmentType.Pdf, TellingFiles.Pdf(pages: 3), few)).Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Pdf));
        (await CopyAsync(AttachmentType.Pdf, Encoding.ASCII.GetBytes("%PDF-1.4 and then nothing"))).Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Pdf));
        (await CopyAsync(AttachmentType.Docx, Documents.Docx(), new DrawingOptions { Office = "no-such-office" })).Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Docx));
        Directory.Exists(_folder["drawing"]).Should().BeTrue();
        Directory.GetDirectories(_folder["drawing"]).Should().BeEmpty("nothing opened is left behind");
    }

    [Fact]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public async Task An_office_file_is_drawn_by_way_of_the_PDF_that_the_office_makes_where_it_can_be_kept_off_the_network()
    {
        // Stands in for LibreOffice, which takes its time; it makes a PDF that names its maker, as LibreOffice does.
        await File.WriteAllBytesAsync(_folder["made.pdf"], TellingFiles.Pdf(pages: 1));
        await File.WriteAllTextAsync(_folder["office"], $"#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\n[ -s \"$3\" ] && cp {_folder["made.pdf"]} \"$2/belge.pdf\"\n");
        File.SetUnixFileMode(_folder["office"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var mayBeApart = await new LimitedProcess(new DrawingOptions()).RunAsync("true", [], Stream.Null, default, room: _folder.Path) is not null;

        var copied = await CopyAsync(AttachmentType.Docx, Documents.Docx(), new DrawingOptions { Office = _folder["office"] });

        if (!mayBeApart) copied.Refusal.Should().BeOfType<Refusal.AttachmentNotDrawn>("this machine lets no program be kept off the network");
        else Encoding.Latin1.GetString(await BytesAsync(copied.Value!)).Should().Contain("/Count 1").And.NotContain(TellingFiles.Maker);
        Directory.GetDirectories(_folder["drawing"]).Should().BeEmpty("nothing opened is left behind");
    }

    [Fact]
    public async Task A_sound_and_a_film_lose_what_names_their_maker_and_keep_what_is_heard_and_seen()
    {
        var heard = Enumerable.Range(0, 500).Select(i => (byte)(i * 7)).ToArray();

        (await BytesAsync((await CopyAsync(AttachmentType.Mp3, TellingFiles.Mp3(heard))).Value!)).Should().Equal(heard);

        var film = await BytesAsync((await CopyAsync(AttachmentType.Mp4, TellingFiles.Mp4(heard))).Value!);
        film.Should().HaveCount(TellingFiles.Mp4(heard).Length, "what is counted from the beginning must not move").And.EndWith(heard);
        Encoding.Latin1.GetString(film).Should().NotContain(TellingFiles.Maker).And.Contain("moov").And.Contain("tkhd");
        (await CopyAsync(AttachmentType.Mp4, TellingFiles.Mp4(heard)[..60])).Refusal.Should().BeOfType<Refusal.AttachmentNotDrawn>("nobody knows what is in a row that breaks off");
    }

    [Fact]
    public async Task The_program_that_draws_sees_none_of_our_settings_writes_no_file_and_is_stopped_in_time()
    {
        Environment.SetEnvironmentVariable("BIMER_TEST_SECRET", TellingFiles.Maker);
        var process = new LimitedProcess(new DrawingOptions { LongestTime = TimeSpan.FromSeconds(2) });

        var seen = Encoding.ASCII.GetString((await process.RunAsync("env", [], Stream.Null, default))!);
        seen.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Should().BeEquivalentTo("PATH", "LANG");
        (await process.RunAsync("dd", ["if=/dev/zero", "of=" + _folder["written"], "count=1"], Stream.Null, default)).Should().BeNull("it may not write");
        (await process.RunAsync("sleep", ["600"], Stream.Null, default)).Should().BeNull("its time is over");
        (await process.RunAsync("no-such-program", [], Stream.Null, default)).Should().BeNull();
    }

    private async Task<Outcome<CleanCopy>> CopyAsync(AttachmentType type, byte[] original, DrawingOptions? limits = null)
    {
        using var drawing = new PageDrawing(Options.Create(limits ?? new DrawingOptions()), new DataFolder(_folder.Path));
        return await new HiddenCopies(drawing).OfAsync(type, new MemoryStream(original), CancellationToken.None);
    }

    private static async Task<byte[]> BytesAsync(CleanCopy copy)
    {
        await using var content = copy.Content;
        using var all = new MemoryStream();
        await content.CopyToAsync(all);
        return all.ToArray();
    }
}
