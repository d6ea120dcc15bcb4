namespace Bimer.Blazor.Gateways.Sms;

/// <summary>How an operator wants a phone written.</summary>
public enum SmsNumberForm
{
    /// <summary>+905321234567</summary>
    International,

    /// <summary>905321234567</summary>
    Digits,

    /// <summary>05321234567; only numbers of Türkiye can be written so.</summary>
    National,
}

/// <summary>How the body of a question is written.</summary>
public enum SmsBodyForm
{
    Json,

    /// <summary>application/x-www-form-urlencoded</summary>
    Form,
}

/// <summary>The operator's gateway for short messages over HTTP, section <c>Bimer:Sms</c>. No address means no gateway.</summary>
public sealed class SmsOptions
{
    public const string Section = "Bimer:Sms";

    /// <summary>Asked by POST. https; in Development also http on this machine. The message never stands in it.</summary>
    public string Address { get; set; } = "";

    public SmsBodyForm Form { get; set; } = SmsBodyForm.Json;

    /// <summary>The body, with <c>{number}</c> and <c>{text}</c> once each, and <c>{key}</c> where the gateway wants the message's own number there.</summary>
    public string Template { get; set; } = """{"to":"{number}","text":"{text}"}""";

    public SmsNumberForm Number { get; set; } = SmsNumberForm.International;

    /// <summary>The header with the message's own number, the same on every attempt.</summary>
    public string KeyHeader { get; set; } = "Idempotency-Key";

    /// <summary>The header with the secret; what stands in it is <see cref="Secret"/> as it is, e.g. <c>Bearer …</c>.</summary>
    public string SecretHeader { get; set; } = "Authorization";

    public string Secret { get; set; } = "";

    /// <summary>A file with the secret instead, as a vault of the machine lays it there; read at each message, so that it may change.</summary>
    public string SecretFile { get; set; } = "";

    /// <summary>Further headers, <c>Name: value</c>, parted by line ends.</summary>
    public string Headers { get; set; } = "";

    /// <summary>The answer that means that the message was taken.</summary>
    public int AcceptedStatus { get; set; } = 200;

    /// <summary>Words such an answer must hold; empty where the status says it all. Some gateways answer a refusal with 200.</summary>
    public string AcceptedText { get; set; } = "";

    /// <summary>Longest wait for the connection and its encryption.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for one message from connecting to the whole answer. Giving up here makes it uncertain.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(1);
}
