using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>A file of a mail that was not taken.</summary>
/// <param name="Why">Name of the refusal.</param>
public sealed record RefusedFile(string Name, string Why)
{
    public override string ToString() => nameof(RefusedFile);
}

/// <summary>What an officer reads of a received mail. <see cref="ToString"/> tells nothing, so no log can.</summary>
public sealed record MailContent
{
    public string FromName { get; init; } = "";

    public string FromAddress { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>Plain, whatever the mail was written in.</summary>
    public string Text { get; init; } = "";

    /// <summary>The text was longer than is kept here; all of it lies among the files.</summary>
    public bool IsCut { get; init; }

    public IReadOnlyList<RefusedFile> Refused { get; init; } = [];

    /// <summary>SHA-256 of all it says (<c>MailWords</c>); none of a mail that could not be read, or that was taken before this was kept.</summary>
    public byte[]? Digest { get; init; }

    /// <summary>The mail that came before with the same Message-ID and says something else.</summary>
    public Guid? SameIdAs { get; init; }

    /// <summary>Why it could not be read; then all the rest is empty.</summary>
    public MailFlaw? Flaw { get; init; }

    public long FlawLimit { get; init; }

    /// <summary>The mail this is a copy of, where several petitions stand in one; see <see cref="Part"/>.</summary>
    public Guid? CopyOf { get; init; }

    /// <summary>The how manieth case of that mail it is to become, from 2.</summary>
    public int? Part { get; init; }

    /// <summary>The same words without who sent them, also not by what they called their files.</summary>
    public MailContent WithoutSender() =>
        this with { FromName = "", FromAddress = "", Text = ForwardedMail.WithoutWriters(Text), Refused = [.. Refused.Select((file, index) => file with { Name = $"Ek-{index + 1}" })] };

    [JsonIgnore]
    public Refusal.MailUnreadable? Trouble => Flaw is { } flaw ? new Refusal.MailUnreadable(flaw, FlawLimit) : null;

    public override string ToString() => nameof(MailContent);
}

[JsonSerializable(typeof(MailContent))]
internal sealed partial class MailContentJson : JsonSerializerContext;

/// <summary>Mails in and out of their seal.</summary>
public sealed class MailSeal(Sealer sealer)
{
    public byte[] Seal(Guid mail, MailContent content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content, MailContentJson.Default.MailContent);
        var sealedBytes = sealer.Seal(SealPurpose.ReceivedMail, plain, mail.ToByteArray());
        CryptographicOperations.ZeroMemory(plain);
        return sealedBytes;
    }

    /// <returns>Nothing of a mail that has become a case; without its sender where a case of the same mail hides its applicant.</returns>
    public MailContent? Open(ReceivedMail mail)
    {
        if (mail.SealedContent is not { } kept) return null;
        var plain = sealer.Open(SealPurpose.ReceivedMail, kept, mail.Id.ToByteArray());
        var content = JsonSerializer.Deserialize(plain, MailContentJson.Default.MailContent);
        CryptographicOperations.ZeroMemory(plain);
        if (content is null) throw new BrokenSealException("A received mail is empty.");
        return mail.Sender == MailSender.Told ? content : content.WithoutSender();
    }
}
