using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using PlanBot.Data.Repositories;

namespace PlanBot.Channels.Browser;

/// <summary>Keeps the keys of tokens and cookies in the database, so that they outlive a restart and are the same on every node.</summary>
public sealed class ProtectionKeyStore(IProtectionKeyRepository keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
