using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bimer.Blazor.Gateways.Sms;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Gateways;

/// <summary>Short messages over a real HTTP server: each ending is told apart by whether the message had begun to leave, and no phone and no word of it stands in a log.</summary>
public sealed class HttpSmsSenderTests
{
    private const string Phone = "+905321234567", Words = "2026-0041873-5 sayılı \"kanarya\" & {number} = ğ";

    private readonly RememberingLogger<HttpSmsSender> _log = new();
    private readonly ShortMessage _message = new(Guid.NewGuid(), Phone, Words);
    private int _started;

    [Fact]
    public async Task A_message_arrives_as_the_template_has_it_with_its_key_and_the_secret()
    {
        await using var server = await SmsServer.StartAsync();
        var options = server.Options();
        (options.Template, options.Headers) = ("""{"to":"{number}","text":"{text}","ref":"{key}","from":"BIMER"}""", "X-Sender: BIMER\nX-Kanal: 1");

        (await SendAsync(options)).Should().Be(SmsDelivery.Accepted);

        var came = server.Received.Should().ContainSingle().Subject;
        using var body = JsonDocument.Parse(came.Body);
        body.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString(), StringComparer.Ordinal).Should().Equal(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["to"] = Phone, ["text"] = Words, ["ref"] = _message.Key.ToString("N"), ["from"] = "BIMER",
        });
        came.Headers.Should().Contain([new("Idempotency-Key", _message.Key.ToString("N")), new("Authorization", "Bearer kanarya-anahtar"), new("X-Sender", "BIMER"), new("X-Kanal", "1")]);
        (came.Path, came.ContentType).Should().Be(("/v1/sms", "application/json; charset=utf-8"));
        _started.Should().Be(1);
    }

    [Theory]
    [InlineData(SmsNumberForm.Digits, "905321234567")]
    [InlineData(SmsNumberForm.National, "05321234567")]
    [InlineData(SmsNumberForm.International, "%2B905321234567")]
    public async Task A_form_is_filled_field_by_field_and_a_phone_is_written_as_the_operator_wants_it(SmsNumberForm form, string number)
    {
        await using var server = await SmsServer.StartAsync();
        var options = server.Options();
        (options.Form, options.Template, options.Number) = (SmsBodyForm.Form, "user=bimer&gsm={number}&message={text}", form);

        (await SendAsync(options)).Should().Be(SmsDelivery.Accepted);

        server.Received.Single().Body.Should().Be($"user=bimer&gsm={number}&message={Uri.EscapeDataString(Words)}");
    }

    [Theory]
    [InlineData(200, SmsDelivery.Accepted)]
    [InlineData(400, SmsDelivery.Refused)]
    [InlineData(422, SmsDelivery.Refused)]
    [InlineData(401, SmsDelivery.NotReached)]
    [InlineData(404, SmsDelivery.NotReached)]
    [InlineData(429, SmsDelivery.NotReached)]
    [InlineData(503, SmsDelivery.NotReached)]
    [InlineData(202, SmsDelivery.Uncertain)]
    [InlineData(409, SmsDelivery.Uncertain)]
    [InlineData(500, SmsDelivery.Uncertain)]
    [InlineData(504, SmsDelivery.Uncertain)]
    public async Task An_answer_that_is_neither_yes_nor_a_plain_no_says_nothing(int status, SmsDelivery expected)
    {
        await using var server = await SmsServer.StartAsync();
        (server.Mode, server.Status) = (SmsMode.Answers, status);

        (await SendAsync(server.Options())).Should().Be(expected);

        server.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task Where_the_status_does_not_say_it_all_the_words_of_the_answer_do()
    {
        await using var server = await SmsServer.StartAsync();
        var options = server.Options();
        options.AcceptedText = "\"OK\"";

        (await SendAsync(options)).Should().Be(SmsDelivery.Accepted);
        server.Says = """{"status":"NO CREDIT"}""";
        (await SendAsync(options)).Should().Be(SmsDelivery.Refused);
    }

    [Theory]
    [InlineData(SmsMode.DropsBeforeAnswer)]
    [InlineData(SmsMode.CutsItsAnswer)]
    [InlineData(SmsMode.Hangs)]
    public async Task A_message_that_left_and_was_not_answered_whole_is_uncertain_and_is_not_sent_twice(SmsMode mode)
    {
        await using var server = await SmsServer.StartAsync();
        server.Mode = mode;
        var options = server.Options();
        if (mode == SmsMode.Hangs) options.TotalTimeout = TimeSpan.FromSeconds(2);

        (await SendAsync(options)).Should().Be(SmsDelivery.Uncertain);

        server.Received.Should().ContainSingle();
        _started.Should().Be(1);
    }

    [Fact]
    public async Task No_redirect_is_followed()
    {
        await using var server = await SmsServer.StartAsync();
        server.Mode = SmsMode.Redirects;

        (await SendAsync(server.Options())).Should().Be(SmsDelivery.NotReached);

        server.Received.Should().ContainSingle("the phone goes nowhere else");
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_has_begun_to_leave()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://{free.LocalEndpoint}/";
        free.Stop();

        (await SendAsync(new SmsOptions { Address = address })).Should().Be(SmsDelivery.NotReached);

        _started.Should().Be(0);
    }

    [Fact]
    public async Task A_courier_that_may_not_send_keeps_the_message_from_leaving_and_hears_its_own_words()
    {
        await using var server = await SmsServer.StartAsync();
        using var sender = new HttpSmsSender(Options.Create(server.Options()), _log);

        var sending = () => sender.SendAsync(_message, _ => throw new IOException("the lease was lost"), default);

        (await sending.Should().ThrowAsync<IOException>()).WithMessage("the lease was lost");
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task No_line_of_the_log_holds_the_phone_the_words_or_the_secret()
    {
        await using var server = await SmsServer.StartAsync();
        foreach (var mode in Enum.GetValues<SmsMode>().Where(mode => mode != SmsMode.Hangs))
        {
            server.Mode = mode;
            await SendAsync(server.Options());
        }

        _log.Lines.Should().HaveCount(5).And.OnlyContain(line => !line.Contains("5321234567") && !line.Contains("kanarya") && line.Contains(_message.Key.ToString()));
    }

    [Fact]
    public async Task A_secret_in_a_file_is_read_at_each_message()
    {
        using var folder = new AFolder();
        await using var server = await SmsServer.StartAsync();
        var options = server.Options();
        (options.Secret, options.SecretFile) = ("", folder["anahtar"]);
        await File.WriteAllTextAsync(folder["anahtar"], "Bearer bir\n");
        await SendAsync(options);
        await File.WriteAllTextAsync(folder["anahtar"], "Bearer iki\n");
        await SendAsync(options);

        server.Received.Select(r => r.Headers["Authorization"]).Should().Equal("Bearer bir", "Bearer iki");
    }

    private async Task<SmsDelivery> SendAsync(SmsOptions options)
    {
        using var sender = new HttpSmsSender(Options.Create(options), _log);
        return await sender.SendAsync(_message, _ => Task.FromResult(_started++), default);
    }
}
