using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Applicants;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ayse@example.org", "ayse@example.org")]
    [InlineData("  ayse@example.org ", "ayse@example.org")]
    [InlineData("Ayse.Yilmaz+bimer@Example.ORG", "Ayse.Yilmaz+bimer@example.org")]
    [InlineData("o'brien_42@mail.example.org", "o'brien_42@mail.example.org")]
    [InlineData("ali@çiçek.com", "ali@xn--iek-1lab.com")]
    [InlineData("ali@EXAMPLE.İNFO", "ali@example.info")]
    [InlineData("ali@XN--IEK-1LAB.com", "ali@xn--iek-1lab.com")]
    public void A_plain_address_is_read_in_one_form(string text, string expected) =>
        EmailAddress.Parse(text).Value!.Reveal().Should().Be(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ayse")]
    [InlineData("@example.org")]
    [InlineData("ayse@")]
    [InlineData("ayse@example")]
    [InlineData("ayse@example.org.")]
    [InlineData("ayse@.example.org")]
    [InlineData("ayse@example..org")]
    [InlineData("ayse@-example.org")]
    [InlineData("ayse@example.1")]
    [InlineData("ayse@127.0.0.1")]
    [InlineData("ayse@[127.0.0.1]")]
    [InlineData("ayse@example_x.org")]
    [InlineData("ayse@b@example.org")]
    [InlineData(".ayse@example.org")]
    [InlineData("ayse.@example.org")]
    [InlineData("ay..se@example.org")]
    [InlineData("\"ayse\"@example.org")]
    [InlineData("ayse(x)@example.org")]
    [InlineData("ay se@example.org")]
    [InlineData("ayşe@example.org")]
    [InlineData("Ayşe <ayse@example.org>")]
    [InlineData("ayse@example.org\r\nBcc: all@example.org")]
    [InlineData("ayse@example.org\n")]
    [InlineData("ayse\0@example.org")]
    [InlineData("ayse@exam\u00ADple.org")]
    [InlineData("ayse@exam\u200Bple.org")]
    [InlineData("ayse@example。org")]
    public void Anything_doubtful_is_refused(string? text) =>
        EmailAddress.Parse(text).Refusal.Should().Be(new Refusal.InvalidEmailAddress());

    [Fact]
    public void Half_a_character_is_refused() => EmailAddress.Parse("ayse@exam\uD83Dple.org").IsAccepted.Should().BeFalse();

    [Fact]
    public void A_look_alike_domain_shows_itself() =>
        EmailAddress.Parse("ali@аpple.com").Value!.Reveal().Should().StartWith("ali@xn--");   // the first letter is Cyrillic

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void The_longest_address_has_254_characters(int length, bool accepted)
    {
        var tail = string.Concat(Enumerable.Repeat("." + new string('d', 60), 3)) + ".org";
        var address = new string('a', 32) + "@" + new string('d', length - 33 - tail.Length) + tail;

        address.Length.Should().Be(length);
        EmailAddress.Parse(address).IsAccepted.Should().Be(accepted);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void The_longest_mailbox_name_has_64_characters(int length, bool accepted) =>
        EmailAddress.Parse(new string('a', length) + "@example.org").IsAccepted.Should().Be(accepted);

    [Fact]
    public void Limits_count_one_mailbox_once_and_a_print_shows_nothing()
    {
        var address = EmailAddress.Parse("Ali@Example.org").Value!;

        address.RevealKey().Should().Be(EmailAddress.Parse("aLI@example.ORG").Value!.RevealKey());
        $"{address}".Should().Be("*****");
    }
}
