using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

public sealed class MetadataStrippingTests
{
    private static readonly byte[] Canary = Pictures.Text(Pictures.Canary);

    public static TheoryData<byte> JpegSlots => [.. Enumerable.Range(0xE0, 16).Append(0xFE).Append(0xF0).Append(0xC8).Select(marker => (byte)marker)];

    public static TheoryData<string> PngSlots => ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "sPLT", "hIST", "prVt", "caBX", "acTL"];

    [Theory]
    [MemberData(nameof(JpegSlots))]
    public void No_slot_of_a_jpeg_carries_a_name_through(byte marker) =>
        Strip(AttachmentType.Jpeg, Pictures.Jpeg(16, 16, Pictures.Segment(marker, Canary))).Should().Equal(Pictures.Jpeg());

    [Theory]
    [MemberData(nameof(PngSlots))]
    public void No_slot_of_a_png_carries_a_name_through(string type) =>
        Strip(AttachmentType.Png, Pictures.Png(2, 2, Pictures.Chunk(type, Canary))).Should().Equal(Pictures.Png());

    [Theory]
    [InlineData(6, true)]
    [InlineData(6, false)]
    [InlineData(3, true)]
    [InlineData(8, false)]
    public void The_orientation_of_a_photograph_survives_and_nothing_else_of_its_exif(int orientation, bool little)
    {
        var clean = Strip(AttachmentType.Jpeg, Pictures.Jpeg(16, 16, Pictures.Exif(orientation, little)));

        clean.AsSpan().IndexOf(Canary).Should().Be(-1);
        var exif = clean.AsSpan().IndexOf("Exif\0\0MM\0*"u8);
        exif.Should().BeGreaterThan(0);
        clean[exif + 6 + 8 + 2 + 9].Should().Be((byte)orientation);
        Strip(AttachmentType.Jpeg, clean).Should().Equal(clean, "stripping twice changes nothing");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    public void An_upright_or_senseless_orientation_is_not_written(int orientation) =>
        Strip(AttachmentType.Jpeg, Pictures.Jpeg(16, 16, Pictures.Exif(orientation, little: true))).Should().Equal(Pictures.Jpeg());

    [Fact]
    public void Density_and_colour_reading_stay_without_thumbnails_and_texts()
    {
        byte[] density = [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72];
        byte[] adobe = [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2];

        var clean = Strip(AttachmentType.Jpeg, Pictures.Jpeg(
            16, 16, Pictures.Segment(0xE0, [.. density, 1, 1, 9, 9, 9]), Pictures.Segment(0xE0, [.. "JFXX\0"u8, .. Canary]), Pictures.Segment(0xEE, [.. adobe, .. Canary])));

        clean.Should().Equal(Pictures.Jpeg(16, 16, Pictures.Segment(0xE0, [.. density, 0, 0]), Pictures.Segment(0xEE, adobe)));
    }

    [Fact]
    public void What_follows_the_picture_is_cut_off()
    {
        Strip(AttachmentType.Jpeg, [.. Pictures.Jpeg(), .. Canary]).Should().Equal(Pictures.Jpeg());
        Strip(AttachmentType.Png, [.. Pictures.Png(), .. Canary]).Should().Equal(Pictures.Png());
    }

    [Fact]
    public void Transparency_gamma_and_resolution_of_a_png_stay()
    {
        byte[][] kept = [Pictures.Chunk("gAMA", [0, 0, 177, 143]), Pictures.Chunk("tRNS", [0, 1]), Pictures.Chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1])];
        Strip(AttachmentType.Png, Pictures.Png(2, 2, kept)).Should().Equal(Pictures.Png(2, 2, kept));
    }

    [Fact]
    public void A_picture_that_breaks_off_is_refused()
    {
        MetadataStripping.Strip(AttachmentType.Png, Pictures.Png().AsSpan(0, 30)).Refusal.Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Png));
        MetadataStripping.Strip(AttachmentType.Jpeg, Pictures.Jpeg().AsSpan(0, 30)).Refusal.Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Jpeg));
    }

    private static byte[] Strip(AttachmentType type, byte[] picture) => MetadataStripping.Strip(type, picture).Value!;
}
