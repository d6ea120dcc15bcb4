using System.Buffers.Binary;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

public sealed class UnpackingLimitTests
{
    private const int Megabyte = 1_048_576;

    private static readonly AttachmentLimits Tight = new() { MaxUnpackedBytes = Megabyte, RatioFreeBytes = 100_000, MaxZipRatio = 20, MaxZipEntries = 10 };

    [Fact]
    public void A_document_that_unpacks_to_more_than_it_may_is_refused() =>
        Inspect(Documents.Docx(("word/a.xml", new byte[Megabyte + 1]))).Should().Be(new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Bytes, Megabyte));

    [Fact]
    public void A_document_that_packs_too_well_is_refused_unless_it_is_small()
    {
        Inspect(Documents.Docx(("word/a.xml", new byte[500_000]))).Should().Be(new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Ratio, 20));
        Inspect(Documents.Docx(("word/a.xml", new byte[90_000]))).Should().BeNull();
    }

    [Fact]
    public void A_document_of_too_many_entries_is_refused()
    {
        var nine = Enumerable.Range(0, 9).Select(i => ($"word/{i}.xml", new byte[] { 1 })).ToArray();
        Inspect(Documents.Docx(nine[..8])).Should().BeNull();
        Inspect(Documents.Docx(nine)).Should().Be(new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Entries, 10));
    }

    [Fact]
    public void Archives_in_archives_count_together_and_go_so_deep_and_no_deeper()
    {
        var once = Documents.Zip(("a", [1]));
        var twice = Documents.Zip(("b", once));
        var thrice = Documents.Zip(("c", twice));

        Inspect(Documents.Docx(("word/x", twice))).Should().BeNull();
        Inspect(Documents.Docx(("word/x", thrice))).Should().Be(new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Depth, 2));
        var bombs = Documents.Zip(("a", new byte[700_000]));
        Inspect(Documents.Docx(("word/x", bombs), ("word/y", bombs)), Tight with { MaxZipRatio = 10_000 })
            .Should().Be(new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Bytes, Megabyte));
    }

    [Fact]
    public void An_entry_that_unpacks_to_more_than_it_declares_is_refused()
    {
        var bomb = Documents.Docx(("word/bomb.xml", new byte[900_000]));
        foreach (var mark in new[] { "PK\x01\x02", "PK\x03\x04" }) Declare(bomb, mark, "word/bomb.xml", 10);

        Inspect(bomb).Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Docx));
    }

    [Fact]
    public void An_entry_that_unpacks_to_less_than_it_declares_is_refused()
    {
        var shorter = Documents.Docx(("word/short.xml", new byte[5_000]));
        Declare(shorter, "PK\x01\x02", "word/short.xml", 5_001);

        Inspect(shorter).Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Docx));
    }

    [Fact]
    public void All_entries_count_together() =>
        Inspect(
            Documents.Docx(("word/a", new byte[400_000]), ("word/b", new byte[400_000]), ("word/c", new byte[400_000])), Tight with { MaxZipRatio = 10_000 })
            .Should().Be(new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Bytes, Megabyte));

    [Fact]
    public void Entries_that_share_their_bytes_are_refused()
    {
        // The second entry lies inside the first one's content, header and all: the trick by which 42 kB become petabytes.
        byte[] inner = [.. "<!--"u8, .. "PK\x03\x04"u8, 20, 0, 0, 0, 0, 0, .. new byte[16], 10, 0, 0, 0, .. "word/b.xml"u8, (byte)'x'];
        var zip = Documents.StoredDocx(("word/a.xml", inner), ("word/b.xml", [(byte)'x']));
        Inspect(zip).Should().BeNull("or the next refusal would have another reason");

        var insideTheFirst = zip.AsSpan().IndexOf("word/a.xml"u8) + 10 + 4;
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(DirectoryEntry(zip, "word/b.xml") + 42), insideTheFirst);

        Inspect(zip).Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Docx));
    }

    [Theory]
    [InlineData(65_536 - 4)]
    [InlineData(65_536 - 1)]
    [InlineData(65_536 - 8)]
    [InlineData(65_536)]
    public void An_entity_is_found_also_across_the_edge_of_a_piece(int at)
    {
        var part = Enumerable.Repeat((byte)' ', 70_000).ToArray();
        Inspect(Documents.StoredDocx(("word/a.xml", part))).Should().BeNull();

        "<!ENTITY"u8.CopyTo(part.AsSpan(at));

        Inspect(Documents.StoredDocx(("word/a.xml", part))).Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Docx));
    }

    private static Refusal? Inspect(byte[] content, AttachmentLimits? limits = null) =>
        ContentInspectionTests.Inspect("yazı.docx", content, limits ?? Tight).Refusal;

    private static int DirectoryEntry(byte[] zip, string name) => zip.AsSpan().LastIndexOf(Documents.Bytes(name)) - 46;

    private static void Declare(byte[] zip, string mark, string name, int size)
    {
        var header = mark is "PK\x01\x02" ? DirectoryEntry(zip, name) : zip.AsSpan().IndexOf(Documents.Bytes(name)) - 30;
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(header + (mark is "PK\x01\x02" ? 24 : 22)), size);
    }
}
