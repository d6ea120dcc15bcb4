using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Cleaning;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

/// <summary>What people get of a hidden applicant's sounds and films: what is heard and seen, wherever else a name may stand (G9).</summary>
public sealed class HiddenRecordingsTests : IDisposable
{
    private readonly AFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> SoundPlaces => [.. TellingSounds.Places.Keys];

    public static TheoryData<string> FilmPlaces => [.. TellingFilms.Places];

    [Theory, MemberData(nameof(SoundPlaces))]
    public async Task Of_a_sound_its_whole_frames_are_left_and_nothing_else(string place)
    {
        var sound = TellingSounds.Places[place];
        Encoding.Latin1.GetString(sound).Should().Contain(TellingFiles.Maker);

        (await BytesAsync(AttachmentType.Mp3, sound)).Should().Equal(TellingSounds.Frames);
    }

    [Fact]
    public async Task A_sound_without_one_whole_frame_is_not_handed_out() =>
        (await CopyAsync(AttachmentType.Mp3, [.. "ID3"u8, 3, 0, 0, 0, 0, 0, 4, .. "AYSE"u8, 0xFF, 0xFB, 0x90, 0x00, .. new byte[100]]))
            .Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Mp3));

    [Theory, MemberData(nameof(FilmPlaces))]
    public async Task Of_a_film_its_pictures_and_its_sound_stay_where_they_are_and_no_name_is_left(string place)
    {
        var film = TellingFilms.Of(place);
        Encoding.Latin1.GetString(film).Should().Contain(TellingFilms.Maker);

        var cleaned = await BytesAsync(AttachmentType.Mp4, film);

        Encoding.Latin1.GetString(cleaned).Should().NotContain(TellingFilms.Maker);
        cleaned.Should().HaveCount(film.Length, "what is counted from the beginning must not move");
        cleaned[TellingFilms.SamplesPlace].Should().Equal(TellingFilms.Samples);
        (await BytesAsync(AttachmentType.Mp4, cleaned)).Should().Equal(cleaned, "it is a whole film");
    }

    [Fact]
    public async Task A_film_that_says_nothing_is_handed_out_almost_as_it_came()
    {
        var film = TellingFilms.Of("");

        var cleaned = await BytesAsync(AttachmentType.Mp4, film);

        film.Zip(cleaned).Count(pair => pair.First != pair.Second).Should().Be(5, "of the file its version and of each track its language are not told");
    }

    public static TheoryData<string, byte[]> Unknown => new()
    {
        { "a row that breaks off", TellingFilms.Of("")[..^60] },
        { "pieces that come one after the other", [.. TellingFilms.Of(""), .. TellingFilms.Box("moof", new byte[16])] },
        { "neither picture nor sound", [.. TellingFilms.Box("ftyp", "isom\0\0\0\0"u8), .. TellingFilms.Box("moov", TellingFilms.Box("mvhd", new byte[100]))] },
        { "a head of another length", [.. TellingFilms.Box("ftyp", "isom\0\0\0\0"u8), .. TellingFilms.Box("moov", TellingFilms.Box("mvhd", new byte[99]))] },
    };

    [Theory, MemberData(nameof(Unknown))]
    public async Task A_film_nobody_can_vouch_for_is_not_handed_out(string what, byte[] film) =>
        (await CopyAsync(AttachmentType.Mp4, film)).Refusal.Should().Be(new Refusal.AttachmentNotDrawn(AttachmentType.Mp4), what);

    [Fact]
    public void Whatever_byte_of_a_film_is_wrong_it_is_handed_out_clean_or_not_at_all()
    {
        foreach (var (film, what) in WithAWrongByte(TellingFilms.Of("name hdlr")))
            if (FilmCleaning.TryClean(film)) film.AsSpan().IndexOf("KNRY"u8).Should().Be(-1, what);
    }

    [Fact]
    public void Whatever_byte_of_a_sound_is_wrong_nothing_but_whole_frames_is_left()
    {
        foreach (var (sound, what) in WithAWrongByte(TellingSounds.Places["a tag between two frames"]))
        {
            var (once, twice) = (new MemoryStream(), new MemoryStream());
            SoundCleaning.TryClean(sound, once).Should().BeTrue(what);
            SoundCleaning.TryClean(once.ToArray(), twice).Should().BeTrue(what);
            twice.ToArray().Should().Equal(once.ToArray(), what);
        }
    }

    private static IEnumerable<(byte[] File, string What)> WithAWrongByte(byte[] file) =>
        from at in Enumerable.Range(0, file.Length)
        from wrong in (byte[])[0x00, 0x01, 0x7F, 0x80, 0xE0, 0xFF]
        select ((byte[])[.. file[..at], wrong, .. file[(at + 1)..]], FormattableString.Invariant($"byte {at} is {wrong}"));

    private async Task<Outcome<CleanCopy>> CopyAsync(AttachmentType type, byte[] original)
    {
        using var drawing = new PageDrawing(Options.Create(new DrawingOptions()), new DataFolder(_folder.Path), TimeProvider.System, NullLogger<PageDrawing>.Instance);
        return await new HiddenCopies(drawing).OfAsync(type, new MemoryStream(original), CancellationToken.None);
    }

    private async Task<byte[]> BytesAsync(AttachmentType type, byte[] original)
    {
        await using var content = (await CopyAsync(type, original)).Value!.Content;
        using var all = new MemoryStream();
        await content.CopyToAsync(all);
        return all.ToArray();
    }
}
