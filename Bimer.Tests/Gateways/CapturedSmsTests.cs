using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Gateways;

public sealed class CapturedSmsTests : IDisposable
{
    private readonly AFolder _data = new();
    private readonly CapturedSmsBox _box;
    private readonly CapturingSmsSender _sender;

    public CapturedSmsTests()
    {
        _box = new CapturedSmsBox(_data.Path);
        _sender = new CapturingSmsSender(_box);
    }

    [Fact]
    public async Task Captured_messages_read_back_newest_first()
    {
        foreach (var code in new[] { "111111", "222222", "333333" })
            (await SendAsync("+905321234567", $"Doğrulama kodunuz: {code}")).Should().Be(SmsDelivery.Accepted);

        var messages = await _box.NewestFirstAsync(2, default);

        messages.Select(message => message.Text).Should().Equal("Doğrulama kodunuz: 333333", "Doğrulama kodunuz: 222222");
        messages.Should().OnlyContain(message => message.To == "+905321234567");
    }

    [Theory]
    [InlineData("05321234567", "kod")]
    [InlineData("+9053212345٣٤", "kod")]
    [InlineData("+905321234567 ", "kod")]
    [InlineData("+", "kod")]
    [InlineData("", "kod")]
    [InlineData("+905321234567", "")]
    public async Task What_no_operator_would_take_is_refused(string number, string text)
    {
        (await SendAsync(number, text)).Should().Be(SmsDelivery.Refused);

        (await _box.NewestFirstAsync(10, default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1_000, SmsDelivery.Accepted)]
    [InlineData(1_001, SmsDelivery.Refused)]
    public async Task A_thousand_letters_is_the_most(int length, SmsDelivery expected) =>
        (await SendAsync("+905321234567", new string('ğ', length))).Should().Be(expected);

    private Task<SmsDelivery> SendAsync(string number, string text) => _sender.SendAsync(new ShortMessage(Guid.NewGuid(), number, text), _ => Task.CompletedTask, default);

    public void Dispose() => _data.Dispose();
}
