// All that the scripts beside this file use of npm, in one file.
module.exports = {
  botbuilder: require('botbuilder'),
  connector: require('botframework-connector'),
  express: require('express'),
  offlineDirectLine: require('offline-directline'),
  dingtalkStream: require('dingtalk-stream'),
  dingtalkConstants: require('dingtalk-stream/constants'),
  dingtalkRobot: require('@alicloud/dingtalk/robot_1_0'),
  dingtalkTodo: require('@alicloud/dingtalk/todo_1_0'),
  dingtalkLogin: require('@alicloud/dingtalk/oauth2_1_0'),
  openApi: require('@alicloud/openapi-client'),
  teaUtil: require('@alicloud/tea-util'),
  satori: require('@satorijs/core'),
  satoriDingtalk: require('@satorijs/adapter-dingtalk'),
  cordisHttp: require('@cordisjs/plugin-http'),
  cordisServer: require('@cordisjs/plugin-server'),
};
