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
    public void Entries_that_share_their_bytes_are_refused()
    {
        // Two entries, the second pointing at the first one's place: the trick by which 42 kB become petabytes.
        var zip = Documents.Docx(("word/aaaa.xml", new byte[5_000]), ("word/bbbb.xml", new byte[5_000]));
        var at = DirectoryEntry(zip, "word/bbbb.xml");
        var other = DirectoryEntry(zip, "word/aaaa.xml");
        zip.AsSpan(other + 42, 4).CopyTo(zip.AsSpan(at + 42));
        "word/aaab.xml"u8.CopyTo(zip.AsSpan(at + 46));

        Inspect(zip).Should().Be(new Refusal.AttachmentDamaged(AttachmentType.Docx));
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
