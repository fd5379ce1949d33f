export { handleSurvey as POST } from "@/lib/server/survey/survey-route";
