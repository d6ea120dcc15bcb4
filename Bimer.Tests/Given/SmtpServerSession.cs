using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Bimer.Tests.Given;

/// <summary>One client of the <see cref="SmtpServer"/>.</summary>
internal sealed class SmtpServerSession(SmtpServer server, TcpClient client)
{
    private readonly List<string> _recipients = [];
    private SmtpServerWire _wire = new(Stream.Null);
    private string _sender = "";
    private bool _encrypted;
    private bool _signedIn;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            _wire = new SmtpServerWire(client.GetStream());
            if (server.ImplicitTls) await EncryptAsync(stop);
            if (await GreetAsync(stop)) await ObeyAsync(stop);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or AuthenticationException)
        {
            // The client's part of the story is over; what it was told and sent is on record.
        }
        finally
        {
            await _wire.Stream.DisposeAsync();
            client.Dispose();
        }
    }

    private async Task<bool> GreetAsync(CancellationToken stop)
    {
        switch (server.Mode)
        {
            case SmtpMode.HangBeforeBanner: await SmtpServerWire.HangAsync(stop); break;
            case SmtpMode.DropBeforeBanner: return false;
            case SmtpMode.SlowDripBanner: await _wire.DripForeverAsync(stop); break;
            case SmtpMode.HugeReply: await _wire.FloodAsync("220-welcome, and welcome again\r\n", stop); break;
            case SmtpMode.EndlessLine: await _wire.FloodAsync("220 welcome and welcome and ", stop); break;
            case SmtpMode.Gibberish: await _wire.SayAsync("HTTP/1.1 400 Bad Request", stop); return false;
        }
        return await AnswerAsync(SmtpMoment.Greeting, 220, stop) < 400;
    }

    private async Task ObeyAsync(CancellationToken stop)
    {
        while (await _wire.ReadLineAsync(stop) is { } line)
        {
            server.Heard(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb is "QUIT")
            {
                if (server.Mode == SmtpMode.HangAtQuit) await SmtpServerWire.HangAsync(stop);
                await _wire.SayAsync("221 Bye", stop);
                return;
            }
            if (!await ObeyAsync(verb, line, stop)) return;
        }
    }

    private async Task<bool> ObeyAsync(string verb, string line, CancellationToken stop)
    {
        switch (verb)
        {
            case "EHLO" when server.KnowsEhlo: await OfferAsync(stop); return true;
            case "HELO": await AnswerAsync(SmtpMoment.Hello, 250, stop); return true;
            case "STARTTLS" when server.Certificate is not null: return await StartTlsAsync(stop);
            case "AUTH": await SignInAsync(line, stop); return true;
            case "MAIL" when server.Account is not null && !_signedIn: await _wire.SayAsync("530 Authentication required", stop); return true;
            case "MAIL": _sender = AddressIn(line); await AnswerAsync(SmtpMoment.Sender, 250, stop); return true;
            case "RCPT": _recipients.Add(AddressIn(line)); await AnswerAsync(SmtpMoment.Recipient, 250, stop); return true;
            case "DATA": return await TakeAsync(stop);
            default: await _wire.SayAsync("502 Command not implemented", stop); return true;
        }
    }

    private async Task OfferAsync(CancellationToken stop)
    {
        var offers = server.Offers.ToList();
        if (server.Certificate is not null && !_encrypted) offers.Add("STARTTLS");
        if (server.Answers.TryGetValue(SmtpMoment.Hello, out var code)) await _wire.SayAsync($"{code} hello", stop);
        else await _wire.SayAsync(string.Join("\r\n", offers.Select(offer => "250-" + offer).Prepend("250-here").Append("250 OK")), stop);
    }

    private async Task<bool> StartTlsAsync(CancellationToken stop)
    {
        if (server.Mode == SmtpMode.InjectBehindStartTls)
        {
            await _wire.SayAsync("220 Go ahead\r\n250-here\r\n250 AUTH PLAIN", stop);
            return true;
        }
        if (await AnswerAsync(SmtpMoment.StartTls, 220, stop) < 400) await EncryptAsync(stop);
        return true;
    }

    private async Task EncryptAsync(CancellationToken stop)
    {
        var encrypted = new SslStream(_wire.Stream);
        _wire = new SmtpServerWire(encrypted);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, stop);
        _encrypted = true;
    }

    private async Task SignInAsync(string line, CancellationToken stop)
    {
        var words = line.Split(' ');
        string user, password;
        if (words[1] is "PLAIN") (user, password) = (Decode(words[2]).Split('\0')[1], Decode(words[2]).Split('\0')[2]);
        else
        {
            await _wire.SayAsync("334 VXNlcm5hbWU6", stop);
            user = Decode((await _wire.ReadLineAsync(stop))!);
            await _wire.SayAsync("334 UGFzc3dvcmQ6", stop);
            password = Decode((await _wire.ReadLineAsync(stop))!);
        }
        _signedIn = server.Account == (user, password);
        await AnswerAsync(SmtpMoment.SignIn, _signedIn ? 235 : 535, stop);
    }

    private async Task<bool> TakeAsync(CancellationToken stop)
    {
        if (server.Mode == SmtpMode.ResetBeforeData || await IsCutAsync(SmtpStep.DataAsked)) return Reset();
        if (await AnswerAsync(SmtpMoment.Data, 354, stop) != 354) return true;
        if (server.Mode == SmtpMode.ResetWhileReceiving)
        {
            await _wire.ReadLineAsync(stop);
            return Reset();
        }
        if (await ReadMessageAsync(stop) is not { } raw) return false;

        var mail = new SmtpMail(_sender, [.. _recipients], raw);
        server.Keep(mail);
        if (await IsCutAsync(SmtpStep.BodyArrived)) return Reset();
        switch (server.Mode)
        {
            case SmtpMode.HangAfterData: await SmtpServerWire.HangAsync(stop); break;
            case SmtpMode.SlowDripAfterData: await _wire.DripForeverAsync(stop); break;
            case SmtpMode.ResetAfterData: return Reset();
            case SmtpMode.AcceptThenDropBefore250: return false;
        }
        if (server.Answers.GetValueOrDefault(SmtpMoment.Message, 250) is >= 200 and < 300) server.Accept(mail);
        await AnswerAsync(SmtpMoment.Message, 250, stop);
        return !await IsCutAsync(SmtpStep.Agreed) || Reset();
    }

    private async Task<bool> IsCutAsync(SmtpStep step) => server.StepsIn is { } test && await test(step, _recipients[0]);

    private async Task<byte[]?> ReadMessageAsync(CancellationToken stop)
    {
        using var message = new MemoryStream();
        while (await _wire.ReadLineAsync(stop) is { } line)
        {
            server.Count(line.Length);
            if (line is ".") return message.ToArray();
            message.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }
        return null;
    }

    private async Task<int> AnswerAsync(SmtpMoment moment, int usual, CancellationToken stop)
    {
        var code = server.Answers.GetValueOrDefault(moment, usual);
        // A talkative server: what it says quotes an address, as real ones do.
        await _wire.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{code} {moment} <{string.Join(' ', _recipients)}>"), stop);
        return code;
    }

    /// <summary>RST instead of FIN.</summary>
    private bool Reset()
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Client.Close();
        return false;
    }

    private static string AddressIn(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
