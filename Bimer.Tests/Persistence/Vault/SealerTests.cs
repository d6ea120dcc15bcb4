using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Persistence.Vault;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Vault;

public sealed class SealerTests
{
    private static readonly byte[] Record = "applicant-1"u8.ToArray();
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("Ayşe Gül Işık, 10000000146");

    private readonly KeyRing _ring = KeyRing.Create();

    private Sealer Sealer => new(_ring);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void What_was_sealed_opens_again(int length)
    {
        var plaintext = RandomNumberGenerator.GetBytes(length);

        var blob = Sealer.Seal(SealPurpose.ApplicantIdentity, plaintext, Record);

        blob.Length.Should().Be(length + Sealer.Overhead);
        Sealer.Open(SealPurpose.ApplicantIdentity, blob, Record).Should().Equal(plaintext);
    }

    [Fact]
    public void Turkish_text_opens_letter_by_letter()
    {
        const string text = "Şükrü İğdır’a ÇÖĞÜŞIİ çöğüşıi";
        Sealer.OpenText(SealPurpose.FilingDraft, Sealer.SealText(SealPurpose.FilingDraft, text, Record), Record).Should().Be(text);
    }

    [Fact]
    public void The_bytes_never_contain_the_plaintext()
    {
        var blob = Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record);

        blob.AsSpan().IndexOf(Secret).Should().Be(-1);
        blob.AsSpan().IndexOf("1000000"u8).Should().Be(-1);
        blob.AsSpan().IndexOf(Record).Should().Be(-1);
    }

    [Fact]
    public void Sealing_twice_gives_unrelated_bytes() =>
        Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record).Skip(5)
            .Should().NotEqual(Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record).Skip(5));

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var blob = Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record);

        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 0x40;
            Opening(SealPurpose.ApplicantIdentity, changed, Record).Should().Throw<BrokenSealException>($"byte {i} was changed");
        }
    }

    [Fact]
    public void Any_cut_is_noticed()
    {
        var blob = Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record);

        for (var length = 0; length < blob.Length; length++)
            Opening(SealPurpose.ApplicantIdentity, blob[..length], Record).Should().Throw<BrokenSealException>();
        Opening(SealPurpose.ApplicantIdentity, [.. blob, 0], Record).Should().Throw<BrokenSealException>();
    }

    [Fact]
    public void A_sealed_value_does_not_open_in_another_record_or_for_another_purpose()
    {
        var blob = Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record);

        Opening(SealPurpose.ApplicantIdentity, blob, "applicant-2"u8.ToArray()).Should().Throw<BrokenSealException>();
        Opening(SealPurpose.ApplicantIdentity, blob, []).Should().Throw<BrokenSealException>();
        Opening(SealPurpose.FilingDraft, blob, Record).Should().Throw<BrokenSealException>();
    }

    [Fact]
    public void Purpose_and_record_cannot_be_split_differently()
    {
        var blob = Sealer.Seal(new SealPurpose("ab"), Secret, "c"u8);
        Opening(new SealPurpose("a"), blob, "bc"u8.ToArray()).Should().Throw<BrokenSealException>();
    }

    [Fact]
    public void After_a_rotation_old_values_open_and_new_ones_use_the_new_key()
    {
        var old = Sealer.Seal(SealPurpose.ApplicantIdentity, Secret, Record);
        var rotated = new Sealer(_ring.Rotated());

        var fresh = rotated.Seal(SealPurpose.ApplicantIdentity, Secret, Record);

        rotated.Open(SealPurpose.ApplicantIdentity, old, Record).Should().Equal(Secret);
        (Sealer.VersionOf(old), Sealer.VersionOf(fresh)).Should().Be((1, 2));
        Opening(SealPurpose.ApplicantIdentity, fresh, Record).Should().Throw<BrokenSealException>().WithMessage("*version 2*");
    }

    [Fact]
    public void Many_threads_share_one_sealer()
    {
        var sealer = Sealer;
        Parallel.For(0, 2_000, i =>
        {
            var record = BitConverter.GetBytes(i);
            var blob = sealer.Seal(SealPurpose.FilingDraft, Secret, record);
            sealer.Open(SealPurpose.FilingDraft, blob, record).Should().Equal(Secret);
        });
    }

    private Action Opening(SealPurpose purpose, byte[] blob, byte[] record) => () => Sealer.Open(purpose, blob, record);
}
