using System.Xml.Linq;
using Bimer.Blazor.Persistence.Vault;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Bimer.Blazor.Security;

/// <summary>
/// Seals the framework's own keys (forms in flight, known devices) under the vault's: whoever copies the files beside the key file, or
/// finds them in a backup, can forge neither. The vault is asked for late, because it exists only after the first start has begun.
/// </summary>
internal sealed class FormKeySeal(IServiceProvider services) : IXmlEncryptor
{
    internal static readonly SealPurpose Purpose = new("form-key");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = plaintextElement.ToString(SaveOptions.DisableFormatting);
        var blob = services.GetRequiredService<Sealer>().SealText(Purpose, text, associatedData: []);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(blob)), typeof(FormKeyOpening));
    }
}

/// <summary>Opens what <see cref="FormKeySeal"/> sealed; the framework makes it by its name in the file.</summary>
internal sealed class FormKeyOpening(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Sealer>().OpenText(FormKeySeal.Purpose, Convert.FromBase64String(encryptedElement.Value), associatedData: []));
}
