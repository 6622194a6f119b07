using System.Collections;
using System.Reflection;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace PlanBot.Data.Repositories;

/// <summary>A type that bot state may hold in a place that does not say its type, such as a dialog's options or values.</summary>
/// <param name="Name">Stored in its place: a class may be renamed, its stored name may not.</param>
public sealed record StoredType(string Name, Type Type);

/// <summary>The only types that stored JSON can name. What it names otherwise is refused, so that no text can choose a class of the program to be made.</summary>
public sealed class StoredTypes : ISerializationBinder
{
    /// <summary>What dialogs of the SDK keep, and plain collections.</summary>
    private static readonly StoredType[] OfTheSdk =
    [
        new("map", typeof(Dictionary<string, object>)),
        new("texts", typeof(Dictionary<string, string>)),
        new("list", typeof(List<object>)),
        new("textList", typeof(List<string>)),
        new("idList", typeof(List<Guid>)),
        new("dialogState", typeof(DialogState)),
        new("promptOptions", typeof(PromptOptions)),
        new("foundChoice", typeof(FoundChoice)),
    ];

    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<Type, string> names = [];

    /// <exception cref="ArgumentException">Two types share a name, or a type has two.</exception>
    public StoredTypes(IEnumerable<StoredType> own)
    {
        foreach (var stored in OfTheSdk.Concat(own).Distinct())
        {
            types.Add(stored.Name, stored.Type);
            names.Add(stored.Type, stored.Name);
        }
    }

    public Type BindToType(string? assemblyName, string typeName) =>
        types.TryGetValue(typeName, out var type) ? type : throw new JsonSerializationException($"Stored state names \"{typeName}\", which is no type of it.");

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = names.TryGetValue(serializedType, out var name)
            ? name
            : throw new JsonSerializationException($"{serializedType} is not registered to be stored in bot state: give it a name with AddStoredType.");
    }
}

/// <summary>A member that is declared as a collection needs no type name: it is read as what it is declared.</summary>
internal sealed class StoredContracts : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (property.PropertyType is { } type && typeof(IEnumerable).IsAssignableFrom(type))
            property.TypeNameHandling ??= TypeNameHandling.None;
        return property;
    }
}
