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

/// <summary>An office file of a stranger meets a program that sees nothing of ours, and where that cannot be, no program at all.</summary>
[SupportedOSPlatform("linux")]
public sealed class OfficeConversionTests(ITestOutputHelper output) : OfficeStory(output)
{
    [Fact]
    public async Task An_office_file_is_drawn_where_a_program_can_be_kept_apart_and_elsewhere_no_program_sees_it()
    {
        await StandInAsync("""
            echo ran > "$data/ran"
            [ -s "$file" ] && mktemp && answer 1
            """);

        var drawn = await DrawAsync(Documents.Docx());

        await ExpectAsync(drawn, pages: 1);
        File.Exists(Data["ran"]).Should().BeFalse("it reaches no folder of ours, or it was never started");
    }

    [Fact]
    public async Task A_machine_that_cannot_keep_it_apart_starts_no_program_and_refuses()
    {
        await StandInAsync("""
            echo ran > "$data/ran"
            answer 1
            """);

        var drawn = await DrawAsync(Documents.Docx(), folder: Programs["there-is-none"]);

        drawn.Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Docx));
        File.Exists(Data["ran"]).Should().BeFalse();
        Rooms().Should().BeEmpty();
    }

    [Fact]
    public async Task The_program_sees_its_own_room_and_the_programs_of_the_machine_and_writes_nowhere_else()
    {
        await File.WriteAllTextAsync(Data["keys/vault"], "secret");
        // A second page for whatever it should not have seen or done.
        await StandInAsync("""
            for place in "$data/keys/vault" "$data/drawing" "$data" /etc/passwd /etc/shadow /root /home; do [ ! -e "$place" ] || answer 2; done
            [ "$(ls -d /proc/[0-9]* | wc -l)" -le 9 ] || answer 2
            for place in / /usr /etc "$office" /dev; do ( echo x > "$place/x" ) 2> /dev/null && answer 2; done
            mount -t tmpfs x /tmp 2> /dev/null && answer 2
            [ -s "$file" ] && echo x > "$out/x" && echo x > "$HOME/y" && answer 1
            """);

        await ExpectAsync(await DrawAsync(Documents.Docx()), pages: 1);
    }

    [Fact]
    public async Task Whatever_it_leaves_running_is_ended_before_its_room_is_removed()
    {
        var mark = Guid.NewGuid().ToString("N");
        await StandInAsync($"""
            mktemp -t {mark}-XXXXXX
            ( for i in $(seq 3000); do echo x > "$out/{mark}$i"; sleep 0.01; done ) > /dev/null 2>&1 &
            setsid sh -c 'for i in $(seq 300); do mktemp -t {mark}-XXXXXX; sleep 0.1; done' > /dev/null 2>&1 &
            answer 1
            """);

        await ExpectAsync(await DrawAsync(Documents.Docx()), pages: 1);

        Running(mark).Should().BeEmpty();
        Directory.GetFiles(Path.GetTempPath(), mark + "*").Should().BeEmpty("its temporary files lie in its room");
    }

    [Fact]
    public async Task One_that_never_ends_is_ended_with_all_it_started()
    {
        var mark = Guid.NewGuid().ToString("N");
        await StandInAsync($"""
            setsid sh -c 'for i in $(seq 3000); do echo x > "$0/{mark}$i"; sleep 0.01; done' "$out" &
            for i in $(seq 3000); do echo x > "$out/more{mark}$i"; sleep 0.01; done
            """);

        var drawn = await DrawAsync(Documents.Docx(), TimeSpan.FromSeconds(1));

        drawn.Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Docx));
        Running(mark).Should().BeEmpty();
        Rooms().Should().BeEmpty();
    }

    [Fact]
    public async Task The_room_is_furnished_for_a_user_without_rights_too()
    {
        using var room = RoomApart.Make(Data["drawing/room"], Programs.Path, NullLogger.Instance);
        string[] who = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        foreach (var folder in (string[])[Data.Path, Programs.Path])
            if (who.Length > 0) await ExitOfAsync("chown", "-R", "65534:65534", folder);

        (await ExitOfAsync([.. who, .. room.Words, "true"]) == 0).Should().Be(await MayBeApartAsync(who));
    }
}
