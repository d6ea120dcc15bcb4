using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

/// <summary>What people get of a hidden applicant's files: what can be seen and heard, and nothing else (G9).</summary>
public sealed class HiddenCopiesTests : IDisposable
{
    private readonly AFolder _folder = new();

    public HiddenCopiesTests() => DrawingPrograms.Demand();

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
        using var drawing = new PageDrawing(Options.Create(limits ?? new DrawingOptions()), new DataFolder(_folder.Path), TimeProvider.System, NullLogger<PageDrawing>.Instance);
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
