using System.Globalization;
using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>What <c>contacts import</c> prints of a list without mistakes.</summary>
public static class ContactImportTexts
{
    /// <param name="Changes">Field, before and after.</param>
    public sealed record PersonLine(
        string Name, IReadOnlyList<(string Unit, ContactKind Kind)> Units, IReadOnlyList<PersonRole> Roles, IReadOnlyList<(string Field, string? Before, string? After)> Changes);

    public static string Added(PersonLine person) => $"新增 added: {Who(person)}";

    public static string Changed(PersonLine person) =>
        $"更新 changed: {Who(person)}；{string.Join("；", person.Changes.Select(change => $"{Field(change.Field)}：{change.Before ?? "（无）"} → {change.After}"))}";

    public static string Hint(string line) => $"提示 note: {line}";

    /// <param name="units">Of rows in which nobody is named.</param>
    public static string Empty(IReadOnlyList<string> units) =>
        $"{units.Count}行没有填写人员，按原样保留：{string.Join("、", units.Take(5))}{(units.Count > 5 ? "等" : "")}。 {units.Count} rows name nobody; those units stay as they are.";

    public static string NotListed(string name, string unit, ContactKind kind) =>
        $"提示 note: {unit}的{Kind(kind)}{name}不在名单里，保持不变；如已离任，请在名单里填停用日期再导入，或在对话里更换联络员。 {name} of {unit} is not in the list and stays; if they have left, list them with a last day, or change the contact in chat.";

    public static string Summary(int added, int changed, int unchanged, bool dryRun) => string.Create(
        CultureInfo.InvariantCulture,
        $"新增{added}人，更新{changed}人，不变{unchanged}人。{(dryRun ? "仅预览，没有入库。" : "已入库。")} {added} added, {changed} changed, {unchanged} unchanged; {(dryRun ? "looked only, nothing stored" : "stored")}.");

    public static string Kind(ContactKind kind) => kind switch { ContactKind.Primary => "联络员", ContactKind.Backup => "备用联络员", _ => "分管领导" };

    private static string Who(PersonLine person) => person.Name + string.Concat(person.Units.Select(place => $"　{place.Unit}{Kind(place.Kind)}"))
        + string.Concat(person.Roles.Select(role => role == PersonRole.Coordinator ? "　牵头部门管理员" : "　领导"));

    private static string Field(string field) => field switch
    {
        "name" => "姓名", "duty" => "职务", "phone" => "办公电话", "mobile" => "手机", "email" => "邮箱", "account" => "账号", "role" => "角色", _ => "单位",
    };
}
