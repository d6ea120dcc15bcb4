using System.Runtime.Versioning;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Persistence.Files;

/// <summary>A program that a stranger's document has taken over leaves in its room what it likes; nobody of ours trips over it.</summary>
[SupportedOSPlatform("linux")]
public sealed class OfficeLeftoversTests(ITestOutputHelper output) : OfficeStory(output)
{
    [Theory]
    [InlineData("""ln -s "$data/keys/ours.pdf" "$out/belge.pdf" """)]
    [InlineData("""mkfifo "$out/belge.pdf" """)]
    [InlineData("""mkdir "$out/belge.pdf" """)]
    public async Task What_only_looks_like_the_document_from_outside_is_none(string leaves)
    {
        await File.WriteAllBytesAsync(Data["keys/ours.pdf"], TellingFiles.Pdf(1));
        await StandInAsync($"{leaves} && exit 0");

        var drawn = await DrawAsync(Documents.Docx(), TimeSpan.FromSeconds(2));

        drawn.Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Docx));
        Rooms().Should().BeEmpty();
    }

    [Fact]
    public async Task A_room_that_cannot_be_emptied_takes_nobodys_document_and_the_original_is_gone_from_it()
    {
        await StandInAsync("""
            mkdir "$out/shut" && echo x > "$out/shut/x" && chmod 000 "$out/shut"
            name=$(printf '%0200d' 1)
            for i in $(seq 30); do mkdir "$name" && cd -P "$name"; done
            answer 1
            """);

        var first = await DrawAsync(Documents.Docx());
        var left = Rooms();
        await ExpectAsync(first, pages: 1, left);
        foreach (var room in left) Directory.SetLastWriteTimeUtc(room, DateTime.UnixEpoch);
        await StandInAsync("answer 1");
        await ExpectAsync(await DrawAsync(Documents.Docx()), pages: 1, left);

        left.SelectMany(room => Directory.GetFiles(Path.Combine(room, "inside"))).Should().BeEmpty();
        left.Should().HaveCount(await MayBeApartAsync() ? 1 : 0);
        foreach (var room in left) await ExitOfAsync("rm", "-rf", room);
    }

    [Fact]
    public async Task What_a_killed_process_left_open_is_removed_and_a_room_in_use_is_not()
    {
        foreach (var room in (string[])["forgotten", "in-use"])
        {
            Directory.CreateDirectory(Data[$"drawing/{room}/inside"]);
            await File.WriteAllTextAsync(Data[$"drawing/{room}/inside/belge.docx"], "opened");
        }

        Directory.SetLastWriteTimeUtc(Data["drawing/forgotten"], DateTime.UnixEpoch);
        await StandInAsync("answer 1");

        await ExpectAsync(await DrawAsync(Documents.Docx()), pages: 1, Data["drawing/in-use"]);

        File.Exists(Data["drawing/in-use/inside/belge.docx"]).Should().BeTrue();
    }

    [Fact]
    public async Task One_that_hangs_ends_when_nobody_is_left_to_end_it()
    {
        using var room = RoomApart.Make(Data["drawing/room"], Programs.Path, NullLogger.Instance);
        var mark = Guid.NewGuid().ToString("N");
        var words = new LimitedProcess(new DrawingOptions { LongestTime = TimeSpan.FromSeconds(1) }).WordsOf("sh", ["-c", $"sleep 20; : {mark}"], room);

        (await ExitOfAsync(["setpriv", .. words])).Should().NotBe(0, "it was ended, or never started");

        await Eventually.TrueAsync(() => Running(mark).Count == 0, "all it started ends with it");
    }
}
