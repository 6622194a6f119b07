namespace PlanBot.Texts;

/// <summary>What stands in the template of a list of contacts. An office fills it in in Chinese; the reader takes English headings too.</summary>
public static class ContactTemplateTexts
{
    public const string ListSheet = "联络员";
    public const string ExplanationSheet = "填写说明";
    public const string RoleHeading = "类型";

    public static IReadOnlyList<(string Heading, double Width)> Columns { get; } =
    [
        ("单位", 28), ("姓名", 12), ("职务", 16), (RoleHeading, 12), ("手机", 16), ("办公电话", 16), ("邮箱", 26), ("Teams账号", 30), ("钉钉ID", 20), ("启用日期", 12), ("停用日期", 12),
    ];

    public static IReadOnlyList<string> Roles { get; } = ["联络员", "备用", "分管领导", "管理员", "领导"];

    public static IReadOnlyList<string> Explanation { get; } =
    [
        "每人一行；一个单位有多人时另加一行，一人负责多个单位时各写一行，或在单位里用顿号隔开。",
        "单位：用通知里的名称或简称。姓名：必填。其余各列可不填；不填不会清除已登记的内容。",
        "“各区政府”“各直属学校”这样的统称不在表里，也不会被提醒：要逐家报送，请把通知里的统称换成具体单位名称，按更正的通知重新导入。",
        "类型：联络员（负责报送，不填即为联络员）、备用（可报送，联络员缺位时接收提醒）、分管领导（本单位的，逾期时接收提醒，可查看）、管理员（牵头部门，单位可不填）、领导（牵头部门，只读查看全部，单位不填）。",
        "手机：11位；同一号码只能登记一人。再次导入时按手机、Teams账号、钉钉ID认人，都没有时按单位和姓名。",
        "Teams账号：登录名（UPN，形如 zhang@example.gov.cn）或 Entra 对象ID。钉钉ID：钉钉管理后台的 userid。填了账号的人第一次发消息即自动绑定，不必邀请。",
        "启用日期、停用日期：形如 2020-07-01；从启用当天起是联络员，从停用当天起不再是。交接时旧人填停用日期，新人填启用日期。",
        "表里没有的人不会被删除，导入后会列出，供核对。",
        "One row per person. 单位 unit, 姓名 name, 职务 duty, 类型 role (primary, backup, unit leader, coordinator, leader), 手机 mobile, 办公电话 office phone, 邮箱 email, Teams账号 UPN or Entra id, 钉钉ID DingTalk userid, 启用日期 from, 停用日期 until.",
    ];
}
