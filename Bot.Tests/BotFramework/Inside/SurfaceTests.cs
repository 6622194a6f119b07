using System.Globalization;
using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.BotFramework.Inside;

/// <summary>What the seam offers, the official packages offer under the same name and with as many parameters: official-names.txt lists what these have.</summary>
public sealed class SurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> Official = [.. File.ReadLines(Path.Combine(Repository.Root, "Bot.Tests", "BotFramework", "official-names.txt"))];

    /// <summary>One assembly of ours, several of the packages'.</summary>
    private static readonly IEnumerable<Type> Types =
        new[] { typeof(TurnContext), typeof(Dialog), typeof(CloudAdapter), typeof(IConnectorClient), typeof(Activity) }.Select(type => type.Assembly).Distinct().SelectMany(assembly => assembly.GetExportedTypes());

    [Fact]
    public void Every_type_is_an_official_one() => Assert.Equal("", string.Join('\n', Types.Select(type => "T " + Name(type)).Where(name => !Official.Contains(name))));

    [Fact]
    public void Every_member_is_an_official_one() =>
        Assert.Equal("", string.Join('\n', Types.Where(type => !typeof(Delegate).IsAssignableFrom(type)).SelectMany(type => type.GetMembers(Declared).Where(IsOffered).Where(member => !IsOfficial(type, member)).Select(member => Line(type, member)))));

    private static bool IsOfficial(Type type, MemberInfo member) =>
        Official.Contains(Line(type, member)) || IsImplied(type, member) || (member is MethodBase { IsVirtual: true } or PropertyInfo && Ancestors(type).Any(ancestor => Official.Contains(Line(ancestor, member)) || IsOfTheRuntime(ancestor, member)));

    // The list has no constructors that nobody wrote.
    private static bool IsImplied(Type type, MemberInfo member) =>
        member is ConstructorInfo constructor && constructor.GetParameters().Length == 0 && !Official.Any(line => line.StartsWith($"M {Name(type)} .ctor ", StringComparison.Ordinal));

    private static bool IsOffered(MemberInfo member) => member switch
    {
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOffered),
        ConstructorInfo constructor => !constructor.IsStatic && (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly),
        MethodInfo method => !method.IsSpecialName && IsOffered((MethodBase)method),
        _ => false,
    };

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
        foreach (var face in type.GetInterfaces())
            yield return face;
    }

    private static bool IsOfTheRuntime(Type ancestor, MemberInfo member) =>
        !ancestor.FullName!.StartsWith("Microsoft.Bot", StringComparison.Ordinal) && ancestor.GetMember(member.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length > 0;

    private static string Line(Type type, MemberInfo member) =>
        string.Create(CultureInfo.InvariantCulture, $"M {Name(type)} {member.Name}{(member is MethodBase method ? $" {method.GetParameters().Length}" : "")}");

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
}
