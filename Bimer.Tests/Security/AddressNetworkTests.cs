using System.Net;
using Bimer.Blazor.Security;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>What the tries of one place are counted by.</summary>
public sealed class AddressNetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData(null, "?")]
    public void A_visitor_who_chooses_another_address_of_their_own_network_is_the_same_place(string? address, string place) =>
        AddressNetwork.Of(address is null ? null : IPAddress.Parse(address)).Should().Be(place);
}
