using System.Text;
using Bimer.Blazor.Persistence.Vault;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Vault;

public sealed class LookupHashTests
{
    private readonly KeyRing _ring = KeyRing.Create();

    private LookupHash Hash => new(_ring);

    [Fact]
    public void Equal_values_meet_and_survive_a_rotation_of_the_sealing_key()
    {
        var before = Hash.Of(LookupPurpose.NationalId, "10000000146");

        new LookupHash(_ring.Rotated()).Of(LookupPurpose.NationalId, "10000000146").Should().Equal(before).And.HaveCount(LookupHash.Bytes);
        Hash.Of(LookupPurpose.NationalId, "10000000147").Should().NotEqual(before);
    }

    [Fact]
    public void The_same_value_under_two_purposes_looks_unrelated()
    {
        var hashes = Enum.GetValues<LookupPurpose>().Select(purpose => Convert.ToHexString(Hash.Of(purpose, "5321234567"))).ToList();
        hashes.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Two_installations_share_no_fingerprint() =>
        new LookupHash(KeyRing.Create()).Of(LookupPurpose.NationalId, "10000000146")
            .Should().NotEqual(Hash.Of(LookupPurpose.NationalId, "10000000146"));

    [Fact]
    public void A_pair_is_more_than_its_letters()
    {
        var pair = Hash.Of(LookupPurpose.PhoneAndNationalId, "5321234567", "10000000146");

        Hash.Of(LookupPurpose.PhoneAndNationalId, "53212345671", "0000000146").Should().NotEqual(pair);
        Hash.Of(LookupPurpose.PhoneAndNationalId, "532123456710000000146").Should().NotEqual(pair);
        Hash.Of(LookupPurpose.PhoneAndNationalId, "5321234567", "10000000146").Should().Equal(pair);
    }

    [Fact]
    public void The_audit_key_is_none_of_the_index_keys()
    {
        var row = Encoding.UTF8.GetBytes("5321234567");
        var mac = new AuditMac(_ring).Of(row);

        mac.Should().HaveCount(AuditMac.Bytes);
        foreach (var purpose in Enum.GetValues<LookupPurpose>()) Hash.Of(purpose, "5321234567").Should().NotEqual(mac);
    }
}
